import { ResponseErrorPanel } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import {
  usePerformanceData,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { useParams } from 'react-router-dom';

/** One run. */
export function RunPage() {
  const { runId = '' } = useParams();
  const verdicts = usePerformanceData(
    api => api.listRunVerdicts(runId),
    [runId],
  );
  if (verdicts.error) {
    return <ResponseErrorPanel error={verdicts.error} />;
  }
  return (
    <Paper>
      <VerdictTable
        label="Verdicts of this run"
        rows={verdicts.value?.items}
        empty="No budget applies to this run."
      />
    </Paper>
  );
}
