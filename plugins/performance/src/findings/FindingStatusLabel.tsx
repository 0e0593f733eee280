import {
  FindingStatus,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import {
  FINDING_STATUS_WORDS,
  StateLabel,
} from '@perf-governance/plugin-performance-react';

/** Which of the states' icons fits best. */
const LOOKS: Record<FindingStatus, VerdictState> = {
  open: 'fail',
  'in-progress': 'warn',
  resolved: 'warn',
  verified: 'pass',
  'risk-accepted': 'not-applicable',
  duplicate: 'not-applicable',
  invalid: 'not-applicable',
};

/** What has become of a finding. */
export function FindingStatusLabel(props: { status: FindingStatus }) {
  const { status } = props;
  return (
    <StateLabel state={LOOKS[status]} word={FINDING_STATUS_WORDS[status]} />
  );
}
