import { FindingStatus } from '@perf-governance/plugin-performance-common';
import { FindingDetail } from '@perf-governance/plugin-performance-react';

/** What brings a finding to a status, as a person says it. */
export interface StatusStep {
  status: FindingStatus;
  /** On the button: a verb. */
  action: string;
  title: string;
  /** What comes of it. */
  intro: string;
  needsNote: boolean;
  /** Whether it is what usually comes next. */
  forward: boolean;
}

/** Statuses from which going back to work needs a reason. */
const DONE: FindingStatus[] = ['resolved', 'verified'];

/** What usually comes next. */
const NEXT: Partial<Record<FindingStatus, FindingStatus>> = {
  open: 'in-progress',
  'in-progress': 'resolved',
  resolved: 'verified',
};

const STEPS: Record<
  Exclude<FindingStatus, 'open' | 'risk-accepted'>,
  Omit<StatusStep, 'status' | 'forward'>
> = {
  'in-progress': {
    action: 'Start work',
    title: 'Start work on it',
    intro: 'Everybody sees that somebody is at it.',
    needsNote: false,
  },
  resolved: {
    action: 'Resolve',
    title: 'Say that it is resolved',
    intro: 'Somebody else than you then verifies that it is mended.',
    needsNote: false,
  },
  verified: {
    action: 'Verify',
    title: 'Verify that it is mended',
    intro:
      'The finding is closed. If it is bound, it opens by itself should that fail again.',
    needsNote: false,
  },
  duplicate: {
    action: 'Mark as duplicate',
    title: 'Mark as a duplicate',
    intro: 'It is closed, and leads to the finding that goes on.',
    needsNote: false,
  },
  invalid: {
    action: 'Mark as invalid',
    title: 'Mark as invalid',
    intro: 'It is closed: there is nothing to mend.',
    needsNote: true,
  },
};

/** What brings the finding to a status that it may be brought to; nothing where no step does. */
export function statusStep(
  finding: Pick<FindingDetail, 'status'>,
  status: FindingStatus,
): StatusStep | undefined {
  if (status === 'risk-accepted') {
    return undefined;
  }
  const forward = NEXT[finding.status] === status;
  if (status !== 'open') {
    const step = STEPS[status];
    const goesBack = status === 'in-progress' && DONE.includes(finding.status);
    return {
      status,
      ...step,
      forward,
      needsNote: step.needsNote || goesBack,
    };
  }
  const isStopped = finding.status === 'in-progress';
  return {
    status,
    forward,
    action: isStopped ? 'Stop work' : 'Reopen',
    title: isStopped ? 'Stop work on it' : 'Open it again',
    intro: isStopped
      ? 'It waits again for somebody to see to it.'
      : 'It is work again; the history tells why.',
    needsNote: DONE.includes(finding.status),
  };
}
