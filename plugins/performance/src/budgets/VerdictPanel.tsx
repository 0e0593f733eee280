import { ResponseErrorPanel } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import { usePerformanceData } from '@perf-governance/plugin-performance-react';
import { SidePanel } from '../page/SidePanel';
import { VerdictDetails } from './VerdictDetails';

/** One verdict's details, beside the list it was opened from. */
export function VerdictPanel(props: {
  /** Open while given. */
  verdictId: string | undefined;
  onClose: () => void;
}) {
  const { verdictId, onClose } = props;
  return (
    <SidePanel
      label="Budget details"
      open={verdictId !== undefined}
      onClose={onClose}
    >
      {verdictId && <Contents key={verdictId} verdictId={verdictId} />}
    </SidePanel>
  );
}

function Contents(props: { verdictId: string }) {
  const { verdictId } = props;
  const { value, error } = usePerformanceData(
    api => api.getVerdict(verdictId),
    [verdictId],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return (
      <>
        <Skeleton width="60%" height={36} />
        <Skeleton width="40%" />
        <Skeleton variant="rect" height={220} style={{ marginTop: 24 }} />
      </>
    );
  }
  return <VerdictDetails verdict={value} />;
}
