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
  performanceApprovePermission,
  performanceContributePermission,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  PerformanceEntityFilter,
  performanceEntityResourceRef,
} from '@perf-governance/plugin-performance-node';
import { Request } from 'express';
import { ProjectedEntity } from '../catalog/EntityStore';
import { Access, AccessControl, EntityAbilities } from './Access';
import { AccessDecision, anyOf } from './AccessCriteria';
import { CriteriaAccess } from './CriteriaAccess';
import { ExternalAccess, ExternalAction } from './readExternalAccess';

type Principal =
  | BackstageUserPrincipal
  | BackstageServicePrincipal
  | BackstageNonePrincipal;

const ACTION_PERMISSIONS: Record<ExternalAction, ResourcePermission> = {
  read: performanceReadPermission,
  upload: performanceUploadPermission,
  contribute: performanceContributePermission,
  approve: performanceApprovePermission,
  define: performanceDefinePermission,
  administer: performanceAdministerPermission,
};

function actionOf(permission: ResourcePermission): ExternalAction {
  const entry = Object.entries(ACTION_PERMISSIONS).find(
    ([, { name }]) => name === permission.name,
  );
  if (!entry) {
    throw new Error(`${permission.name} isn't a permission of this plugin`);
  }
  return entry[0] as ExternalAction;
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
  private readonly toCriteria: ConditionTransformer<PerformanceEntityFilter>;

  constructor(
    private readonly options: {
      httpAuth: HttpAuthService;
      permissions: PermissionsService;
      permissionsRegistry: PermissionsRegistryService;
      externalAccess: ExternalAccess[];
    },
  ) {
    this.toCriteria = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(
        performanceEntityResourceRef,
      ),
    );
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
    };
    const actions = Object.keys(abilities) as ExternalAction[];
    const decisions = await this.options.permissions.authorizeConditional(
      actions.map(action => ({ permission: ACTION_PERMISSIONS[action] })),
      { credentials },
    );
    for (const [index, action] of actions.entries()) {
      const decision = this.decide(
        credentials,
        ACTION_PERMISSIONS[action],
        decisions[index],
      );
      if (!(decision instanceof NotAllowedError)) {
        const access = this.accessBy(credentials, action, decision);
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
    return this.accessBy(credentials, actionOf(permission), decision);
  }

  private accessBy(
    credentials: BackstageCredentials,
    action: ExternalAction,
    decision: AccessDecision,
  ): Access {
    return new CriteriaAccess({
      principal: nameOf(credentials),
      permission: ACTION_PERMISSIONS[action],
      decision,
      readAccess: () =>
        this.optionalForCredentials(credentials, performanceReadPermission),
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
        return this.toCriteria(policyDecision.conditions);
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
        `The token of '${subject}' may not ${action}: add '${action}' to the actions of its entry in performance.externalAccess in the app-config`,
      );
    }
    return anyOf(granting.map(entry => entry.decision));
  }
}
