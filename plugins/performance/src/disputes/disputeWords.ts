import { DisputeStatus } from '@perf-governance/plugin-performance-react';

/** What has come of a dispute, as people read it. */
export const DISPUTE_WORDS: Record<DisputeStatus, string> = {
  open: 'Open',
  upheld: 'Upheld',
  rejected: 'Rejected',
  retired: 'No longer judged',
};
