import { makeStyles, useTheme } from '@material-ui/core/styles';
import { AppliedWaiver } from '@perf-governance/plugin-performance-common';
import { describeWaiver, formatExactTime } from '../../format';
import { mutedColour, stateColours } from '../../theme';
import { WaivedIcon } from './WaivedIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: 4,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: '16px',
  },
  icon: { fontSize: 16 },
}));

/**
 * A verdict's waiver: `waived until 1 Mar, fails above 450 ms`. Stands beside the state, which it
 * doesn't replace.
 *
 * @public
 */
export function WaivedLabel(props: {
  waiver: Pick<AppliedWaiver, 'until' | 'cap' | 'exceeded'>;
}) {
  const { waiver } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <span
      className={classes.root}
      title={`Until ${formatExactTime(waiver.until)}`}
      style={{
        color: waiver.exceeded
          ? stateColours(theme, 'fail').strong
          : mutedColour(theme),
      }}
    >
      <WaivedIcon className={classes.icon} />
      {describeWaiver(waiver, new Date())}
    </span>
  );
}
