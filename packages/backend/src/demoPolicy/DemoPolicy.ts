import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  performanceContributePermission,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
  RESOURCE_TYPE_PERFORMANCE_ENTITY,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';

/** Administers the performance of everything. */
const PLATFORM_TEAM = 'group:default/platform';

/** What these teams own is seen by nobody else but the platform team. */
const CONFIDENTIAL_TEAMS = ['group:default/risk'];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * What the demo organisation lets its people do: the platform team everything; everybody else reads
 * all but what confidential teams own, and uploads, defines, answers and asks for waivers for what they
 * own themselves. Waivers are granted by the platform team.
 */
export class DemoPolicy implements PermissionPolicy {
  readonly #userInfo: Pick<UserInfoService, 'getUserInfo'>;

  constructor(userInfo: Pick<UserInfoService, 'getUserInfo'>) {
    this.#userInfo = userInfo;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    if (!isResourcePermission(permission, RESOURCE_TYPE_PERFORMANCE_ENTITY)) {
      return ALLOW;
    }
    if (!user) {
      return DENY;
    }

    const { ownershipEntityRefs: claims } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (claims.includes(PLATFORM_TEAM)) {
      return ALLOW;
    }
    if (isPermission(permission, performanceReadPermission)) {
      return createPerformanceConditionalDecision(permission, {
        anyOf: [
          performanceConditions.isEntityOwner({ claims }),
          {
            not: performanceConditions.isEntityOwner({
              claims: CONFIDENTIAL_TEAMS,
            }),
          },
        ],
      });
    }
    if (
      isPermission(permission, performanceUploadPermission) ||
      isPermission(permission, performanceContributePermission) ||
      isPermission(permission, performanceDefinePermission)
    ) {
      return createPerformanceConditionalDecision(
        permission,
        performanceConditions.isEntityOwner({ claims }),
      );
    }
    return DENY;
  }
}
