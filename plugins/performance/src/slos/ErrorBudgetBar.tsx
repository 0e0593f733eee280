import { useId } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  mutedColour,
  stateColours,
  VerdictState,
} from '@perf-governance/plugin-performance-react';
import { describeRemaining } from './sloWords';

const WIDTH = 160;
const HEIGHT = 12;

const useStyles = makeStyles({
  root: {
    display: 'block',
    width: '100%',
    height: HEIGHT,
    minWidth: 64,
    maxWidth: 360,
    borderRadius: HEIGHT / 4,
  },
});

/**
 * What is left of an error budget, from the left; hatched through once it is overspent, and only
 * its frame while nothing is known.
 */
export function ErrorBudgetBar(props: {
  /** Share of the budget; less than 0 once overspent. */
  remaining?: number;
  state: VerdictState;
  /** A list says the number beside the bar already. */
  decorative?: boolean;
}) {
  const { remaining, state, decorative } = props;
  const classes = useStyles();
  const theme = useTheme();
  const hatching = useId();
  const colours = stateColours(theme, state);
  const label =
    remaining === undefined
      ? 'Error budget: not known'
      : `Error budget: ${describeRemaining(remaining)}`;
  const overspent = remaining !== undefined && remaining < 0;
  const left = Math.min(1, Math.max(0, remaining ?? 0));
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
    >
      <defs>
        <pattern
          id={hatching}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line
            y2="6"
            stroke={overspent ? colours.strong : mutedColour(theme)}
            strokeWidth="3"
            strokeOpacity={overspent ? 0.8 : 0.4}
          />
        </pattern>
      </defs>
      <rect
        width={WIDTH}
        height={HEIGHT}
        fill={
          remaining === undefined || overspent
            ? `url(#${hatching})`
            : theme.palette.action.selected
        }
      />
      {left > 0 && (
        <rect width={left * WIDTH} height={HEIGHT} fill={colours.strong} />
      )}
    </svg>
  );
}
