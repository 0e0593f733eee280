import {
  StateLabel,
  WaiverStatus,
} from '@perf-governance/plugin-performance-react';

/** The word for each status, as people read it. */
export const WAIVER_STATUS_WORDS: Record<WaiverStatus, string> = {
  requested: 'Requested',
  approved: 'Active',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  revoked: 'Revoked',
  expired: 'Expired',
};

/** Which of the states' icons fits best. */
const LOOKS: Record<WaiverStatus, 'warn' | 'pass' | 'not-applicable'> = {
  requested: 'warn',
  approved: 'pass',
  rejected: 'not-applicable',
  withdrawn: 'not-applicable',
  revoked: 'not-applicable',
  expired: 'not-applicable',
};

/** What has become of a waiver. */
export function WaiverStatusLabel(props: { status: WaiverStatus }) {
  const { status } = props;
  return (
    <StateLabel state={LOOKS[status]} word={WAIVER_STATUS_WORDS[status]} />
  );
}
