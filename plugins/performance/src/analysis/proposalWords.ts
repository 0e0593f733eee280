import { AnalysisProposalStatus } from '@perf-governance/plugin-performance-react';

/** The words for each status, as people read them. */
export const PROPOSAL_STATUS_WORDS: Record<AnalysisProposalStatus, string> = {
  proposed: 'Proposed',
  suppressed: 'Suppressed',
  accepted: 'Finding made',
  gone: 'No longer found',
};

/** Statuses in the order one looks at them. */
export const PROPOSAL_STATUSES: AnalysisProposalStatus[] = [
  'proposed',
  'suppressed',
  'accepted',
  'gone',
];

/** `12 entities`, `one entity`. */
export function entityCount(count: number): string {
  return count === 1 ? 'one entity' : `${count.toLocaleString('en')} entities`;
}
