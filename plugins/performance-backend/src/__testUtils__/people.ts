import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  performancePermissions,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
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

const DENY = { result: AuthorizeResult.DENY } as const;
const ALLOW = { result: AuthorizeResult.ALLOW } as const;

const owned = performanceConditions.isEntityOwner({
  claims: ['group:default/payments'],
});

const denied = Object.fromEntries(
  performancePermissions.map(({ name }) => [name, DENY]),
);

/** What these people may do. */
export const PEOPLE: TestPolicy = {
  [OWNER]: {
    ...denied,
    [performanceReadPermission.name]: ALLOW,
    ...Object.fromEntries(
      performancePermissions
        .filter(({ name }) => /contribute|upload/.test(name))
        .map(permission => [
          permission.name,
          createPerformanceConditionalDecision(permission, owned),
        ]),
    ),
  },
  [READER]: { ...denied, [performanceReadPermission.name]: ALLOW },
  [STRANGER]: Object.fromEntries(
    performancePermissions.map(permission => [
      permission.name,
      createPerformanceConditionalDecision(permission, { not: owned }),
    ]),
  ),
};
