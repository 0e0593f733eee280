import {
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';

const ANSWER = performanceReviewAnswerPermission;
const CONDUCT = performanceReviewConductPermission;

type ReviewPermission = typeof ANSWER | typeof CONDUCT;

/** To which status a review can be put from each, and what that takes. */
const TRANSITIONS: Record<
  ReviewStatus,
  Partial<Record<ReviewStatus, ReviewPermission>>
> = {
  draft: { 'in-review': ANSWER, archived: CONDUCT },
  'in-review': { draft: ANSWER, published: CONDUCT, archived: CONDUCT },
  published: { draft: CONDUCT, archived: CONDUCT },
  archived: {},
};

/** @returns undefined where it can't be put there. */
export function permissionToPut(
  from: ReviewStatus,
  to: ReviewStatus,
): ReviewPermission | undefined {
  return TRANSITIONS[from][to];
}

/** Statuses that a review can be put to. */
export function statusesAfter(from: ReviewStatus): ReviewStatus[] {
  return Object.keys(TRANSITIONS[from]) as ReviewStatus[];
}

/** Whether questions can be answered, and the template replaced. */
export function isOpenForAnswers(status: ReviewStatus): boolean {
  return status === 'draft' || status === 'in-review';
}
