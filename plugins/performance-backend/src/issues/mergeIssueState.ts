import { FindingStatus } from '@perf-governance/plugin-performance-common';

/** What brings a finding and its issue in step again. */
export interface IssueMerge {
  /** What the issue has to become, where it has to change. */
  closeIssue?: boolean;
  /** What the finding has to become, where it has to change. */
  findingStatus?: 'resolved' | 'in-progress' | 'open';
}

/** Whether an issue about a finding of this status has to be closed. */
export function isSettled(status: FindingStatus): boolean {
  return status !== 'open' && status !== 'in-progress';
}

/** Whether it is decided that nothing is done about a finding of this status. */
export function isDropped(status: FindingStatus): boolean {
  return (
    status === 'risk-accepted' || status === 'duplicate' || status === 'invalid'
  );
}

/**
 * Compares both with what they were when they were last in step. Whichever changed is followed; that both
 * changed to the opposite of each other can't be, as there are only two states to change between.
 *
 * A closed issue makes the finding resolved, for somebody else to verify. An issue that is opened again takes the
 * finding back: to work where it was only resolved, to the start where it was verified. What was decided otherwise
 * (accepted risk, duplicate, invalid) stays decided, and closes the issue again.
 *
 * @param wasClosed - the issue, when both were last in step; undefined where it has just been created or linked.
 */
export function mergeIssueState(
  status: FindingStatus,
  isClosed: boolean,
  wasClosed: boolean | undefined,
): IssueMerge {
  const settled = isSettled(status);
  if (settled === isClosed) {
    return {};
  }
  const issueChanged = wasClosed !== undefined && wasClosed !== isClosed;
  if (!issueChanged) {
    return { closeIssue: settled };
  }
  if (isClosed) {
    return { findingStatus: 'resolved' };
  }
  switch (status) {
    case 'resolved':
      return { findingStatus: 'in-progress' };
    case 'verified':
      return { findingStatus: 'open' };
    default:
      return { closeIssue: true };
  }
}
