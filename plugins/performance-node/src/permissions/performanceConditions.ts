import { createConditionExports } from '@backstage/plugin-permission-node';
import { inEnvironment } from './inEnvironment';
import { isEntityOwner } from './isEntityOwner';
import { performanceEntityResourceRef } from './performanceEntityResourceRef';

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
