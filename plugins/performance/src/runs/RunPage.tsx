import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Panel,
  usePerformanceData,
  usePerformanceLinks,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { NotJudgedNotice } from '../budgets/NotJudgedNotice';
import { isHidden } from '../page/isHidden';
import { InvalidateButton } from './InvalidateButton';
import { InvalidRunNotice } from './InvalidRunNotice';
import { RunComparisonPanels } from './RunComparisonPanels';
import { RunFacts } from './RunFacts';
import { RunHeader } from './RunHeader';
import { RunTimelinePanels } from './RunTimelinePanels';
import { RunToolOutcomes } from './RunToolOutcomes';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: 36,
    marginBottom: theme.spacing(1),
  },
  pair: {
    display: 'grid',
    columnGap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
  },
}));

/** One run: who, what and where, how it was judged, and what it measured. */
export function RunPage(props: { runId: string }) {
  const { runId } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const run = usePerformanceData(api => api.getRun(runId), [runId]);
  const verdicts = usePerformanceData(
    api => api.listRunVerdicts(runId),
    [runId],
  );
  const gate = usePerformanceData(api => api.getRunGate(runId), [runId]);

  if (run.error) {
    return isHidden(run.error) ? (
      <Panel title="There is no such run, or you may not see it">
        It may have been deleted, or belong to an entity that is only shown to
        its owners. <Link to={links.runs()}>All runs</Link>
      </Panel>
    ) : (
      <ResponseErrorPanel error={run.error} />
    );
  }
  if (!run.value) {
    return (
      <>
        <Skeleton width={120} />
        <Skeleton variant="rect" height={88} style={{ marginBottom: 24 }} />
        <Skeleton variant="rect" height={160} style={{ marginBottom: 24 }} />
        <Skeleton variant="rect" height={320} />
      </>
    );
  }
  return (
    <>
      <div className={classes.top}>
        <Link to={links.runs()}>‹ All runs</Link>
        {run.value.may.administer && !run.value.invalid && (
          <InvalidateButton runId={runId} />
        )}
      </div>
      <RunHeader run={run.value} gate={gate.value} />
      {run.value.invalid && <InvalidRunNotice run={run.value} />}
      <RunFacts run={run.value} />
      <NotJudgedNotice notJudged={verdicts.value?.notJudged} />
      <Panel flush title="Verdicts of this run">
        {verdicts.error ? (
          <ResponseErrorPanel error={verdicts.error} />
        ) : (
          <VerdictTable
            label="Verdicts of this run"
            rows={verdicts.value?.items}
            empty="No budget applies to this run."
          />
        )}
      </Panel>
      <div className={classes.pair}>
        {run.value.timeline && (
          <RunTimelinePanels timeline={run.value.timeline} />
        )}
      </div>
      <RunComparisonPanels runId={runId} />
      <RunToolOutcomes run={run.value} />
    </>
  );
}
