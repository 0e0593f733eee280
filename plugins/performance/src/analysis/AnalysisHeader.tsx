import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  AnalysisSummary,
  mutedColour,
  performanceApiRef,
  RelativeTime,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { errorMessage } from '../actions/errorMessage';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(2),
    minHeight: 40,
  },
  words: { maxWidth: '46rem' },
  state: { color: mutedColour(theme) },
  alert: { marginBottom: theme.spacing(2) },
}));

/** What this page is about, and how old what it shows is. */
export function AnalysisHeader(props: { summary?: AnalysisSummary }) {
  const { summary } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [running, run] = useAsyncFn(() => api.analysis.run(), [api]);

  return (
    <>
      <div className={classes.root}>
        <div className={classes.words}>
          Read from the relations, annotations and latency limits of the
          catalog. Nothing here is a finding until somebody makes one of it.
          <div className={classes.state}>
            {summary ? <LastRun summary={summary} /> : <Skeleton width={240} />}
          </div>
        </div>
        {summary?.may.run && (
          <Button
            variant="outlined"
            startIcon={<RefreshIcon />}
            disabled={running.loading}
            onClick={run}
          >
            {running.loading ? 'Analysing…' : 'Analyse now'}
          </Button>
        )}
      </div>
      {running.error && (
        <Alert severity="error" className={classes.alert}>
          {errorMessage(running.error)}
        </Alert>
      )}
      {summary?.lastRun?.failure && (
        <Alert severity="warning" className={classes.alert}>
          The last analysis came to nothing: {summary.lastRun.failure}. What was
          found before is shown.
        </Alert>
      )}
    </>
  );
}

function LastRun(props: { summary: AnalysisSummary }) {
  const { lastRun, pending } = props.summary;
  if (!lastRun) {
    return <>The first analysis runs as soon as the catalog has been read.</>;
  }
  const { analysed } = lastRun;
  return (
    <>
      Analysed <RelativeTime instant={lastRun.endedAt} />
      {analysed &&
        `: ${analysed.entities.toLocaleString(
          'en',
        )} entities, ${analysed.relations.toLocaleString('en')} relations`}
      {pending && '. Something has changed since; it runs again shortly'}.
    </>
  );
}
