import { ResponseErrorPanel } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import { usePerformanceData } from '@perf-governance/plugin-performance-react';
import { SloDetails } from './SloDetails';

/** Reads one SLO and shows it. */
export function SloContents(props: { sloId: string }) {
  const { sloId } = props;
  const { value, error } = usePerformanceData(
    api => api.slos.get(sloId),
    [sloId],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return (
      <>
        <Skeleton width="60%" height={36} />
        <Skeleton width="40%" />
        <Skeleton variant="rect" height={420} style={{ marginTop: 24 }} />
      </>
    );
  }
  return <SloDetails slo={value} />;
}
