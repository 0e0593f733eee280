import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  performanceContributePermission,
  performanceEntityPermissions,
  performanceFindingPermissions,
  performanceFindingReadPermission,
  performanceFindingUpdatePermission,
  performancePermissions,
  performanceReadPermission,
  performanceReviewAnswerPermission,
  performanceReviewPermissions,
  performanceReviewReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  createPerformanceFindingConditionalDecision,
  createPerformanceReviewConditionalDecision,
  performanceConditions,
  performanceFindingConditions,
  performanceReviewConditions,
} from '@perf-governance/plugin-performance-node';
import { TestPolicy } from './startPerformance';

/** Reads everything, and speaks for what the payments team owns; approves nothing. */
export const OWNER = 'user:default/owner';
/** May do everything. */
export const APPROVER = 'user:default/approver';
/** Reads everything and does nothing. */
export const READER = 'user:default/reader';
/** Reads and does everything, but not with what the payments team owns. */
export const STRANGER = 'user:default/stranger';
/** Reads everything, and does what there is to do with reviews and findings. */
export const ARCHITECT = 'user:default/architect';

const DENY = { result: AuthorizeResult.DENY } as const;
const ALLOW = { result: AuthorizeResult.ALLOW } as const;

const claims = ['group:default/payments'];
const owned = performanceConditions.isEntityOwner({ claims });

function all<T>(permissions: ResourcePermission[], decision: T) {
  return Object.fromEntries(permissions.map(({ name }) => [name, decision]));
}

const denied = all(performancePermissions, DENY);

const reading = all(
  [
    performanceReadPermission,
    performanceReviewReadPermission,
    performanceFindingReadPermission,
  ],
  ALLOW,
);

/** What these people may do. */
export const PEOPLE: TestPolicy = {
  [OWNER]: {
    ...denied,
    ...reading,
    ...Object.fromEntries(
      [performanceContributePermission, performanceUploadPermission].map(
        permission => [
          permission.name,
          createPerformanceConditionalDecision(permission, owned),
        ],
      ),
    ),
    [performanceReviewAnswerPermission.name]:
      createPerformanceReviewConditionalDecision(
        performanceReviewAnswerPermission,
        {
          anyOf: [
            performanceReviewConditions.isEntityOwner({ claims }),
            performanceReviewConditions.isReviewer({
              claims: [...claims, OWNER],
            }),
          ],
        },
      ),
    [performanceFindingUpdatePermission.name]:
      createPerformanceFindingConditionalDecision(
        performanceFindingUpdatePermission,
        {
          anyOf: [
            performanceFindingConditions.isEntityOwner({ claims }),
            performanceFindingConditions.isFindingOwner({
              claims: [...claims, OWNER],
            }),
          ],
        },
      ),
  },
  [READER]: { ...denied, ...reading },
  [ARCHITECT]: {
    ...denied,
    ...reading,
    ...all(
      performancePermissions.filter(({ name }) =>
        /\.(review|finding)\./.test(name),
      ),
      ALLOW,
    ),
  },
  [STRANGER]: {
    ...Object.fromEntries(
      performanceEntityPermissions.map(permission => [
        permission.name,
        createPerformanceConditionalDecision(permission, { not: owned }),
      ]),
    ),
    ...Object.fromEntries(
      performanceReviewPermissions.map(permission => [
        permission.name,
        createPerformanceReviewConditionalDecision(permission, {
          not: performanceReviewConditions.isEntityOwner({ claims }),
        }),
      ]),
    ),
    ...Object.fromEntries(
      performanceFindingPermissions.map(permission => [
        permission.name,
        createPerformanceFindingConditionalDecision(permission, {
          not: performanceFindingConditions.isEntityOwner({ claims }),
        }),
      ]),
    ),
  },
};
