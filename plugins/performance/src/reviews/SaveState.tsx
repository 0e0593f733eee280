import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  stateColours,
} from '@perf-governance/plugin-performance-react';
import { errorMessage } from '../actions/errorMessage';
import { AnswerDraft } from './AnswerAutosave';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    // Room for what it says mostly, also while it says nothing, so that nothing moves.
    minWidth: 84,
    justifyContent: 'flex-end',
    fontVariantNumeric: 'tabular-nums',
    color: mutedColour(theme),
  },
  long: {
    [theme.breakpoints.down('xs')]: {
      flexBasis: '100%',
      justifyContent: 'flex-start',
    },
  },
  failed: { color: stateColours(theme, 'fail').strong, fontWeight: 600 },
}));

/** What there is more than a word to say of. */
const LONG: AnswerDraft['phase'][] = ['incomplete', 'failed', 'conflict'];

function timeOf(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}

/** What became of the latest change to an answer. */
export function SaveState(props: { draft: AnswerDraft; onRetry: () => void }) {
  const { draft, onRetry } = props;
  const classes = useStyles();
  const isLong = LONG.includes(draft.phase);
  return (
    <span
      className={`${classes.root} ${isLong ? classes.long : ''}`}
      role="status"
    >
      <Words draft={draft} onRetry={onRetry} />
    </span>
  );
}

function Words(props: { draft: AnswerDraft; onRetry: () => void }) {
  const { draft, onRetry } = props;
  const classes = useStyles();
  switch (draft.phase) {
    case 'waiting':
    case 'saving':
      return <>Saving…</>;
    case 'incomplete':
      return <>Saved once there is a reason</>;
    case 'failed':
      return (
        <>
          <span className={classes.failed}>
            Couldn’t save: {draft.error && errorMessage(draft.error)}
          </span>
          <Button size="small" variant="outlined" onClick={onRetry}>
            Retry
          </Button>
        </>
      );
    case 'conflict':
      return <span className={classes.failed}>Not saved: choose below</span>;
    default:
      return draft.savedAt ? <>Saved {timeOf(draft.savedAt)}</> : null;
  }
}
