import Alert from '@material-ui/lab/Alert';
import {
  RelativeTime,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';

/** Which metric sources don't answer, and how many SLOs wait for them. */
export function MetricSourceNotice() {
  const { value } = usePerformanceData(api => api.slos.listMetricSources(), []);
  const silent = (value ?? []).filter(({ state }) => state === 'unhealthy');
  return (
    <>
      {silent.map(source => (
        <Alert
          key={source.name}
          severity="warning"
          style={{ marginBottom: 16 }}
        >
          The metric source <strong>{source.name}</strong> doesn’t answer
          {source.lastError && <>: {source.lastError.message}</>}.{' '}
          {source.slos === 1
            ? 'One SLO is as old as its last measurement'
            : `${source.slos.toLocaleString(
                'en',
              )} SLOs are as old as their last measurement`}
          {source.lastSuccessAt && (
            <>
              , <RelativeTime instant={source.lastSuccessAt} />
            </>
          )}
          . It is asked again by itself.
        </Alert>
      ))}
    </>
  );
}
