import { FindingDetail } from '@perf-governance/plugin-performance-react';

/**
 * Whether the reader may follow a proposal to close a finding. Nobody has to have resolved it before; but who
 * did doesn't verify it.
 */
export function mayVerifyClosure({
  binding,
  closureProposedAt,
  may,
  status,
}: FindingDetail): boolean {
  return (
    binding !== undefined &&
    closureProposedAt !== undefined &&
    may.edit &&
    (status !== 'resolved' || may.statuses.includes('verified'))
  );
}
