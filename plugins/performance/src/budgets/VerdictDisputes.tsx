import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  RelativeTime,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { DISPUTE_WORDS } from '../disputes/disputeWords';

/** What people said against a verdict, and what came of it; nothing where nobody did. */
export function VerdictDisputes(props: { verdictId: string }) {
  const { verdictId } = props;
  const disputes = usePerformanceData(
    api => api.disputes.listOfVerdict(verdictId),
    [verdictId],
  ).value;
  if (!disputes || disputes.length === 0) {
    return null;
  }
  return (
    <section aria-label="Disputes">
      <Typography variant="subtitle1" component="h3">
        Disputes
      </Typography>
      {disputes.map(dispute => (
        <Typography key={dispute.id} variant="body2" paragraph>
          <EntityRefLink entityRef={dispute.by} hideIcon />,{' '}
          <RelativeTime instant={dispute.at} />: {dispute.reason}
          <br />
          {dispute.resolution ? (
            <>
              <strong>{DISPUTE_WORDS[dispute.status]}</strong>:{' '}
              {dispute.resolution.note}
            </>
          ) : (
            <strong>Open</strong>
          )}
        </Typography>
      ))}
    </section>
  );
}
