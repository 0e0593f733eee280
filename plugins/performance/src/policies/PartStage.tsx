import { makeStyles } from '@material-ui/core/styles';
import {
  formatDay,
  mutedColour,
  PolicyPart,
  STAGE_WORDS,
  StageLabel,
} from '@perf-governance/plugin-performance-react';
import { describeSelector } from './describeSelector';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(0.5) },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** The stage of one part of a policy, now and next. */
export function PartStage(props: {
  part: PolicyPart;
  /** Says which part it is. */
  named: boolean;
}) {
  const { part, named } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {named && (
        <span className={classes.detail}>{describeSelector(part.for)}</span>
      )}
      {part.now ? <StageLabel stage={part.now} /> : 'Not in effect yet'}
      {part.next && (
        <span className={classes.detail}>
          {STAGE_WORDS[part.next.stage].toLowerCase()} from{' '}
          {formatDay(part.next.at, new Date())}
        </span>
      )}
    </div>
  );
}
