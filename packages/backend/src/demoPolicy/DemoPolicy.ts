import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  performanceContributePermission,
  performanceDefinePermission,
  performanceFindingCreatePermission,
  performanceFindingUpdatePermission,
  performanceReadPermission,
  performanceReviewAnswerPermission,
  performanceReviewCreatePermission,
  performanceUploadPermission,
  RESOURCE_TYPE_PERFORMANCE_ENTITY,
  RESOURCE_TYPE_PERFORMANCE_FINDING,
  RESOURCE_TYPE_PERFORMANCE_REVIEW,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  createPerformanceFindingConditionalDecision,
  createPerformanceReviewConditionalDecision,
  performanceConditions,
  performanceFindingConditions,
  performanceReviewConditions,
} from '@perf-governance/plugin-performance-node';

/** Administers the performance of everything. */
const PLATFORM_TEAM = 'group:default/platform';

/** Reviews everything that it may see, and judges findings about it. */
const ARCHITECTS = 'group:default/architecture';

/** What these teams own is seen by nobody else but the platform team. */
const CONFIDENTIAL_TEAMS = ['group:default/risk'];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * What the demo organisation lets its people do: the platform team everything; everybody else reads
 * all but what confidential teams own, and uploads, defines, answers, asks for waivers and works on findings for what
 * they own themselves. Waivers are granted by the platform team; reviews are conducted, and findings judged, by
 * architects.
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
    const decide = decisionOn(permission);
    if (!decide) {
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
    return decide(claims);
  }
}

/** What is decided by who asks; undefined for permissions of other plugins. */
function decisionOn(
  permission: Permission,
): ((claims: string[]) => PolicyDecision) | undefined {
  if (isResourcePermission(permission, RESOURCE_TYPE_PERFORMANCE_ENTITY)) {
    return claims => decideOnEntity(permission, claims);
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_PERFORMANCE_REVIEW)) {
    return claims => decideOnReview(permission, claims);
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_PERFORMANCE_FINDING)) {
    return claims => decideOnFinding(permission, claims);
  }
  return undefined;
}

function decideOnEntity(
  permission: ResourcePermission<typeof RESOURCE_TYPE_PERFORMANCE_ENTITY>,
  claims: string[],
): PolicyDecision {
  const { isEntityOwner } = performanceConditions;
  const isArchitects =
    claims.includes(ARCHITECTS) &&
    (isPermission(permission, performanceReviewCreatePermission) ||
      isPermission(permission, performanceFindingCreatePermission));
  if (isPermission(permission, performanceReadPermission) || isArchitects) {
    return createPerformanceConditionalDecision(permission, {
      anyOf: [
        isEntityOwner({ claims }),
        { not: isEntityOwner({ claims: CONFIDENTIAL_TEAMS }) },
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
      isEntityOwner({ claims }),
    );
  }
  return DENY;
}

function decideOnReview(
  permission: ResourcePermission<typeof RESOURCE_TYPE_PERFORMANCE_REVIEW>,
  claims: string[],
): PolicyDecision {
  const { isEntityOwner, isReviewer } = performanceReviewConditions;
  const involved = [isEntityOwner({ claims }), isReviewer({ claims })] as const;
  if (permission.attributes.action === 'read' || claims.includes(ARCHITECTS)) {
    return createPerformanceReviewConditionalDecision(permission, {
      anyOf: [
        ...involved,
        { not: isEntityOwner({ claims: CONFIDENTIAL_TEAMS }) },
      ],
    });
  }
  return isPermission(permission, performanceReviewAnswerPermission)
    ? createPerformanceReviewConditionalDecision(permission, {
        anyOf: [...involved],
      })
    : DENY;
}

function decideOnFinding(
  permission: ResourcePermission<typeof RESOURCE_TYPE_PERFORMANCE_FINDING>,
  claims: string[],
): PolicyDecision {
  const { isEntityOwner, isFindingOwner } = performanceFindingConditions;
  const involved = [
    isEntityOwner({ claims }),
    isFindingOwner({ claims }),
  ] as const;
  if (permission.attributes.action === 'read' || claims.includes(ARCHITECTS)) {
    return createPerformanceFindingConditionalDecision(permission, {
      anyOf: [
        ...involved,
        { not: isEntityOwner({ claims: CONFIDENTIAL_TEAMS }) },
      ],
    });
  }
  return isPermission(permission, performanceFindingUpdatePermission)
    ? createPerformanceFindingConditionalDecision(permission, {
        anyOf: [...involved],
      })
    : DENY;
}
