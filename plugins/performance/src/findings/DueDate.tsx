import { makeStyles } from '@material-ui/core/styles';
import {
  Finding,
  RelativeTime,
  StateIcon,
  stateColours,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    color: stateColours(theme, 'fail').strong,
  },
  icon: { fontSize: 16 },
  word: { fontWeight: 400 },
}));

/** The day by which a finding should be mended. */
export function DueDate(props: {
  finding: Pick<Finding, 'dueDate' | 'overdue'>;
}) {
  const { dueDate, overdue } = props.finding;
  const classes = useStyles();
  if (!dueDate) {
    return <>–</>;
  }
  const day = <RelativeTime instant={dueDate} variant="day" />;
  return overdue ? (
    <span className={classes.overdue} title="Overdue">
      <StateIcon state="warn" className={classes.icon} />
      <span>{day}, overdue</span>
    </span>
  ) : (
    day
  );
}
