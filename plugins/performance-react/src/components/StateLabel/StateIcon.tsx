import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';
import { VerdictState } from '../../api';
import { useStateColours } from '../../theme';

/** One shape per state, told apart without colour. */
const PATHS: Record<VerdictState, string> = {
  // A cross on a disc.
  fail: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm5 13.6L15.6 17 12 13.4 8.4 17 7 15.6l3.6-3.6L7 8.4 8.4 7l3.6 3.6L15.6 7 17 8.4 13.4 12z',
  // An exclamation mark on a triangle.
  warn: 'M12 2 1 21h22zm1 16h-2v-2h2zm0-4h-2V9h2z',
  // A tick on a disc.
  pass: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-2 15-5-5 1.4-1.4 3.6 3.6 7.6-7.6L19 8z',
  // A dashed ring.
  'no-data':
    'M11 2.05v2.01a8 8 0 0 0-3.6 1.5L5.98 4.13A10 10 0 0 1 11 2.05zM4.56 5.54l1.43 1.43A8 8 0 0 0 4.06 11H2.05a10 10 0 0 1 2.51-5.46zM2.05 13h2.01a8 8 0 0 0 1.93 4.03l-1.43 1.43A10 10 0 0 1 2.05 13zm3.93 6.87 1.42-1.43a8 8 0 0 0 3.6 1.5v2.01a10 10 0 0 1-5.02-2.08zM13 21.95v-2.01a8 8 0 0 0 3.6-1.5l1.42 1.43A10 10 0 0 1 13 21.95zm6.44-3.49-1.43-1.43A8 8 0 0 0 19.94 13h2.01a10 10 0 0 1-2.51 5.46zM21.95 11h-2.01a8 8 0 0 0-1.93-4.03l1.43-1.43A10 10 0 0 1 21.95 11zm-3.93-6.87L16.6 5.56A8 8 0 0 0 13 4.06V2.05a10 10 0 0 1 5.02 2.08z',
  // A dash in a ring.
  'not-applicable':
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16zm-5-9h10v2H7z',
};

/**
 * The icon of a state. Says nothing to assistive technology: the word stands beside it.
 *
 * @public
 */
export function StateIcon(props: SvgIconProps & { state: VerdictState }) {
  const { state, ...iconProps } = props;
  const { strong } = useStateColours(state);
  return (
    <SvgIcon
      viewBox="0 0 24 24"
      {...iconProps}
      style={{ color: strong, ...iconProps.style }}
      aria-hidden
    >
      <path d={PATHS[state]} />
    </SvgIcon>
  );
}
