import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  formatDuration,
  RelativeTime,
  STATE_WORDS,
  StateIcon,
  StateLabel,
  STATES_WORST_FIRST,
  toolName,
  UploadResult,
} from '@perf-governance/plugin-performance-react';
import { describeChanges, summarizeChanges } from './describeChanges';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  summary: {
    margin: theme.spacing(0.5, 0, 1),
    fontSize: '1.125rem',
    fontWeight: 600,
  },
  changes: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    maxHeight: 240,
    overflowY: 'auto',
    '& li': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  title: { flex: '1 1 220px', overflowWrap: 'anywhere' },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
    '& span': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
  },
  alert: { marginTop: theme.spacing(1) },
}));

const GATE_WORDS: Record<UploadResult['gate']['gate']['exitCode'], string> = {
  0: 'A pipeline’s gate would let it through (exit code 0).',
  1: 'A pipeline’s gate would stop it (exit code 1).',
  2: 'A pipeline’s gate couldn’t judge it (exit code 2).',
  3: 'A pipeline’s gate would stop it: required evidence is missing (exit code 3).',
};

/** What a report is, and what it would change. */
export function UploadPreview(props: { result: UploadResult }) {
  const { result } = props;
  const { run } = result;
  const classes = useStyles();
  const changes = describeChanges(result);

  return (
    <section className={classes.root} aria-label="Preview">
      <Typography variant="body2" color="textSecondary">
        {toolName(run.tool)} {run.toolVersion} report ({run.format}), started{' '}
        <RelativeTime instant={run.startedAt} />
        {run.durationSeconds !== undefined &&
          `, took ${formatDuration(run.durationSeconds)}`}
      </Typography>
      <p className={classes.summary}>{summarizeChanges(changes)}</p>
      {changes.length > 0 && (
        <ul className={classes.changes} aria-label="Changes">
          {changes.map(change => (
            <li key={change.key}>
              <span className={classes.title}>{change.title}</span>
              {change.from ? (
                <StateLabel state={change.from} />
              ) : (
                <Typography variant="body2" color="textSecondary">
                  New
                </Typography>
              )}
              <span aria-hidden>→</span>
              <StateLabel state={change.to} />
            </li>
          ))}
        </ul>
      )}
      <Typography variant="body2">This run’s verdicts:</Typography>
      <div className={classes.counts}>
        {STATES_WORST_FIRST.filter(state =>
          result.verdicts.some(verdict => verdict.state === state),
        ).map(state => (
          <span key={state}>
            <StateIcon state={state} fontSize="small" />
            {
              result.verdicts.filter(verdict => verdict.state === state).length
            }{' '}
            {STATE_WORDS[state].toLowerCase()}
          </span>
        ))}
        {result.verdicts.length === 0 && 'no budget applies'}
      </div>
      <Typography variant="body2" color="textSecondary">
        {GATE_WORDS[result.gate.gate.exitCode]}
      </Typography>
      {result.duplicate && (
        <Alert severity="info" className={classes.alert}>
          This report is here already; saving it again changes nothing.
        </Alert>
      )}
      {!result.changesCurrentState && result.note && (
        <Alert severity="info" className={classes.alert}>
          {result.note}
        </Alert>
      )}
      {run.warnings.map(warning => (
        <Alert
          key={`${warning.code} ${warning.location}`}
          severity="warning"
          className={classes.alert}
        >
          {warning.message}
          {warning.location && ` (${warning.location})`}
        </Alert>
      ))}
    </section>
  );
}
