import { makeStyles } from '@material-ui/core/styles';
import { StateIcon } from '@perf-governance/plugin-performance-react';

/** How a question stands, the most pressing first. */
export type QuestionStanding =
  | 'unsaved'
  | 'stale'
  | 'risk'
  | 'answered'
  | 'open'
  | 'optional';

const LOOKS = {
  unsaved: { state: 'fail', words: 'not saved' },
  stale: { state: 'warn', words: 'stale' },
  risk: { state: 'warn', words: 'raises a risk' },
  answered: { state: 'pass', words: 'answered' },
  open: { state: 'no-data', words: 'not answered' },
  optional: { state: 'not-applicable', words: 'not answered, optional' },
} as const;

const useStyles = makeStyles({
  root: { display: 'inline-flex', fontSize: 18 },
  words: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The icon of a question's standing; on hover and for screen readers, its words. */
export function QuestionMark(props: { standing: QuestionStanding }) {
  const classes = useStyles();
  const { state, words } = LOOKS[props.standing];
  return (
    <span className={classes.root} title={words}>
      <StateIcon state={state} fontSize="inherit" />
      <span className={classes.words}>{words}</span>
    </span>
  );
}
