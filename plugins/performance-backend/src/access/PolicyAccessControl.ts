import {
  BackstageCredentials,
  BackstageNonePrincipal,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  performanceAdministerPermission,
  performanceFindingCreatePermission,
  performanceFindingReadPermission,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
  performanceReviewCreatePermission,
  performanceReviewReadPermission,
  RESOURCE_TYPE_PERFORMANCE_FINDING,
  RESOURCE_TYPE_PERFORMANCE_REVIEW,
  performanceApprovePermission,
  performanceContributePermission,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  performanceEntityResourceRef,
  performanceFindingResourceRef,
  performanceReviewResourceRef,
} from '@perf-governance/plugin-performance-node';
import { Request } from 'express';
import { ProjectedEntity } from '../catalog/EntityStore';
import { Access, AccessControl, EntityAbilities } from './Access';
import { AccessDecision, AccessFilter, anyOf } from './AccessCriteria';
import { CriteriaAccess } from './CriteriaAccess';
import { ExternalAccess, ExternalAction } from './readExternalAccess';

type Principal =
  | BackstageUserPrincipal
  | BackstageServicePrincipal
  | BackstageNonePrincipal;

/** What each ability to do something with an entity takes. */
const ABILITIES: Record<keyof EntityAbilities, ResourcePermission> = {
  read: performanceReadPermission,
  upload: performanceUploadPermission,
  contribute: performanceContributePermission,
  approve: performanceApprovePermission,
  define: performanceDefinePermission,
  administer: performanceAdministerPermission,
  review: performanceReviewCreatePermission,
  finding: performanceFindingCreatePermission,
};

/** What an external caller has to be configured for, by permission. */
const EXTERNAL_ACTIONS = new Map<string, ExternalAction>(
  Object.entries({
    ...ABILITIES,
    read: [
      performanceReadPermission,
      performanceReviewReadPermission,
      performanceFindingReadPermission,
    ],
    review: [
      performanceReviewCreatePermission,
      performanceReviewAnswerPermission,
      performanceReviewConductPermission,
    ],
    finding: [
      performanceFindingCreatePermission,
      performanceFindingUpdatePermission,
      performanceFindingVerifyPermission,
    ],
  }).flatMap(([action, permissions]) =>
    [permissions]
      .flat()
      .map(({ name }): [string, ExternalAction] => [
        name,
        action as ExternalAction,
      ]),
  ),
);

/** What the actions that aren't verbs stand for. */
const ACTION_WORDS: Partial<Record<ExternalAction, string>> = {
  review: 'begin, answer or conduct reviews',
  finding: 'record or change findings',
};

/** Who may do anything with a review or finding has to be able to read it. */
function readPermissionFor({ resourceType }: ResourcePermission) {
  switch (resourceType) {
    case RESOURCE_TYPE_PERFORMANCE_REVIEW:
      return performanceReviewReadPermission;
    case RESOURCE_TYPE_PERFORMANCE_FINDING:
      return performanceFindingReadPermission;
    default:
      return performanceReadPermission;
  }
}

function actionOf(permission: ResourcePermission): ExternalAction {
  const action = EXTERNAL_ACTIONS.get(permission.name);
  if (!action) {
    throw new Error(`${permission.name} isn't a permission of this plugin`);
  }
  return action;
}

function nameOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as Principal;
  switch (principal.type) {
    case 'user':
      return principal.userEntityRef;
    case 'service':
      return principal.subject;
    default:
      return 'anonymous';
  }
}

/**
 * Users are judged by the permission policy, external callers by this plugin's own configuration, and
 * Backstage's other plugins may do everything.
 */
export class PolicyAccessControl implements AccessControl {
  /** By type of resource. */
  private readonly transformers: Record<
    string,
    ConditionTransformer<AccessFilter>
  >;

  constructor(
    private readonly options: {
      httpAuth: HttpAuthService;
      permissions: PermissionsService;
      permissionsRegistry: PermissionsRegistryService;
      externalAccess: ExternalAccess[];
    },
  ) {
    const { permissionsRegistry: registry } = options;
    this.transformers = {
      [performanceEntityResourceRef.resourceType]: createConditionTransformer(
        registry.getPermissionRuleset(performanceEntityResourceRef),
      ),
      [performanceReviewResourceRef.resourceType]: createConditionTransformer(
        registry.getPermissionRuleset(performanceReviewResourceRef),
      ),
      [performanceFindingResourceRef.resourceType]: createConditionTransformer(
        registry.getPermissionRuleset(performanceFindingResourceRef),
      ),
    };
  }

  async forRequest(
    request: Request<any, any, any, any, any>,
    permission: ResourcePermission,
  ): Promise<Access> {
    return this.forCredentials(
      await this.options.httpAuth.credentials(request),
      permission,
    );
  }

  async forCredentials(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<Access> {
    const [policyDecision] =
      await this.options.permissions.authorizeConditional([{ permission }], {
        credentials,
      });
    return this.createAccess(credentials, permission, policyDecision);
  }

  async optionalForRequest(
    request: Request<any, any, any, any, any>,
    permission: ResourcePermission,
  ): Promise<Access | undefined> {
    return this.optionalForCredentials(
      await this.options.httpAuth.credentials(request),
      permission,
    );
  }

  async abilities(
    request: Request<any, any, any, any, any>,
    entity: ProjectedEntity,
    environment?: string,
  ): Promise<EntityAbilities> {
    const credentials = await this.options.httpAuth.credentials(request);
    const abilities: EntityAbilities = {
      read: false,
      upload: false,
      contribute: false,
      approve: false,
      define: false,
      administer: false,
      review: false,
      finding: false,
    };
    const actions = Object.keys(abilities) as (keyof EntityAbilities)[];
    const decisions = await this.options.permissions.authorizeConditional(
      actions.map(action => ({ permission: ABILITIES[action] })),
      { credentials },
    );
    for (const [index, action] of actions.entries()) {
      const decision = this.decide(
        credentials,
        ABILITIES[action],
        decisions[index],
      );
      if (!(decision instanceof NotAllowedError)) {
        const access = this.accessBy(credentials, ABILITIES[action], decision);
        abilities[action] = await access.allows(entity, environment);
      }
    }
    return abilities;
  }

  private createAccess(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    policyDecision: PolicyDecision,
  ): Access {
    const decision = this.decide(credentials, permission, policyDecision);
    if (decision instanceof NotAllowedError) {
      throw decision;
    }
    return this.accessBy(credentials, permission, decision);
  }

  private accessBy(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    decision: AccessDecision,
  ): Access {
    return new CriteriaAccess({
      principal: nameOf(credentials),
      permission,
      decision,
      readAccess: () =>
        this.optionalForCredentials(credentials, readPermissionFor(permission)),
    });
  }

  private async optionalForCredentials(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<Access | undefined> {
    try {
      return await this.forCredentials(credentials, permission);
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return undefined;
      }
      throw error;
    }
  }

  private decide(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    policyDecision: PolicyDecision,
  ): AccessDecision | NotAllowedError {
    const principal = credentials.principal as Principal;
    if (
      principal.type === 'service' &&
      !principal.subject.startsWith('plugin:')
    ) {
      return policyDecision.result === AuthorizeResult.ALLOW
        ? this.decideExternal(principal.subject, actionOf(permission))
        : new NotAllowedError(
            `The token of '${principal.subject}' is restricted to other permissions than ${permission.name}; see its accessRestrictions in backend.auth.externalAccess`,
          );
    }
    switch (policyDecision.result) {
      case AuthorizeResult.ALLOW:
        return true;
      case AuthorizeResult.CONDITIONAL:
        return this.transformers[permission.resourceType](
          policyDecision.conditions,
        );
      default:
        return false;
    }
  }

  private decideExternal(
    subject: string,
    action: ExternalAction,
  ): AccessDecision | NotAllowedError {
    const entries = this.options.externalAccess.filter(
      entry => entry.subject === subject,
    );
    if (entries.length === 0) {
      return new NotAllowedError(
        `The token of '${subject}' may do nothing here yet: add an entry with the subject '${subject}', its entities and its actions to performance.externalAccess in the app-config`,
      );
    }
    const granting = entries.filter(entry => entry.actions.includes(action));
    if (granting.length === 0) {
      return new NotAllowedError(
        `The token of '${subject}' may not ${
          ACTION_WORDS[action] ?? action
        }: add '${action}' to the actions of its entry in performance.externalAccess in the app-config`,
      );
    }
    return anyOf(granting.map(entry => entry.decision));
  }
}
