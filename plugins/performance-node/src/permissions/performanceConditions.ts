import { createConditionExports } from '@backstage/plugin-permission-node';
import { inEnvironment } from './inEnvironment';
import { isEntityOwner } from './isEntityOwner';
import { isFindingEntityOwner } from './isFindingEntityOwner';
import { isFindingOwner } from './isFindingOwner';
import { isReviewEntityOwner } from './isReviewEntityOwner';
import { isReviewer } from './isReviewer';
import { performanceEntityResourceRef } from './performanceEntityResourceRef';
import { performanceFindingResourceRef } from './performanceFindingResourceRef';
import { performanceReviewResourceRef } from './performanceReviewResourceRef';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: performanceEntityResourceRef,
  rules: { isEntityOwner, inEnvironment },
});

/**
 * The conditions a permission policy may return for the suite's permissions.
 *
 * @public
 */
export const performanceConditions = conditions;

/**
 * Wraps conditions into what a permission policy returns:
 *
 * ```ts
 * if (isPermission(request.permission, performanceUploadPermission)) {
 *   return createPerformanceConditionalDecision(
 *     request.permission,
 *     performanceConditions.isEntityOwner({ claims: user.info.ownershipEntityRefs }),
 *   );
 * }
 * ```
 *
 * @public
 */
export const createPerformanceConditionalDecision = createConditionalDecision;

const review = createConditionExports({
  resourceRef: performanceReviewResourceRef,
  rules: { isReviewer, isEntityOwner: isReviewEntityOwner },
});

/**
 * The conditions a permission policy may return for the permissions on reviews.
 *
 * @public
 */
export const performanceReviewConditions = review.conditions;

/**
 * Wraps conditions into what a permission policy returns for the permissions on reviews.
 *
 * @public
 */
export const createPerformanceReviewConditionalDecision =
  review.createConditionalDecision;

const finding = createConditionExports({
  resourceRef: performanceFindingResourceRef,
  rules: { isFindingOwner, isEntityOwner: isFindingEntityOwner },
});

/**
 * The conditions a permission policy may return for the permissions on findings.
 *
 * @public
 */
export const performanceFindingConditions = finding.conditions;

/**
 * Wraps conditions into what a permission policy returns for the permissions on findings.
 *
 * @public
 */
export const createPerformanceFindingConditionalDecision =
  finding.createConditionalDecision;
