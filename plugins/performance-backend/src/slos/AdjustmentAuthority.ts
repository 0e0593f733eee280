import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  performanceAdministerPermission,
  performanceApprovePermission,
  performanceDefinePermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import {
  DefinitionStore,
  StoredDefinition,
} from '../definitions/DefinitionStore';
import { AdjustmentScope } from './AdjustmentStore';

type AnyRequest = Request<any, any, any, any, any>;
type AnyPermission = Parameters<AccessControl['optionalForRequest']>[1];

const NONE = { adjust: false, adjustPast: false };

/** What a caller may do with adjustments. */
export interface AdjustmentAbilities {
  /** Take out time that lies ahead, and revoke. */
  adjust: boolean;
  /** Take out time that has passed, which may undo what others decided. */
  adjustPast: boolean;
}

/**
 * Who may take time out of SLOs: who may approve, define or administer what they are about, and an
 * entity's owners. Time that has passed, for which a policy may have frozen changes, only who may
 * approve or administer.
 */
export class AdjustmentAuthority {
  constructor(
    private readonly options: {
      accessControl: AccessControl;
      definitionStore: Pick<DefinitionStore, 'get'>;
      entityStore: Pick<EntityStore, 'getById'>;
      httpAuth: HttpAuthService;
      userInfo: UserInfoService;
    },
  ) {}

  async abilities(
    req: AnyRequest,
    scope: AdjustmentScope,
  ): Promise<AdjustmentAbilities> {
    const { definitionStore, entityStore } = this.options;
    if (scope.type === 'definition') {
      const stored = await definitionStore.get(scope.definitionId);
      return stored ? this.#abilitiesForAll(req, stored) : NONE;
    }
    const entity = await entityStore.getById(scope.entityId);
    return entity ? this.abilitiesFor(req, entity, scope.environment) : NONE;
  }

  async abilitiesFor(
    req: AnyRequest,
    entity: ProjectedEntity,
    environment: string | undefined,
  ): Promise<AdjustmentAbilities> {
    const { approve, define, administer } =
      await this.options.accessControl.abilities(req, entity, environment);
    const adjustPast = approve || administer;
    return {
      adjust: adjustPast || define || (await this.#isOwner(req, entity)),
      adjustPast,
    };
  }

  /** @throws NotAllowedError where the caller may not. */
  async assertMayAdjust(
    req: AnyRequest,
    scope: AdjustmentScope,
  ): Promise<AdjustmentAbilities> {
    const abilities = await this.abilities(req, scope);
    if (!abilities.adjust) {
      throw new NotAllowedError(
        scope.type === 'definition'
          ? 'Only those may adjust all that a definition applies to who may approve, define or administer it'
          : 'Only owners of the entity, and those who may approve, define or administer for it, may adjust its SLOs',
      );
    }
    return abilities;
  }

  async #abilitiesForAll(
    req: AnyRequest,
    stored: StoredDefinition,
  ): Promise<AdjustmentAbilities> {
    const { accessControl, entityStore } = this.options;
    const entity =
      stored.layerEntityId === undefined
        ? undefined
        : await entityStore.getById(stored.layerEntityId);
    const mayAll = async (permission: AnyPermission) => {
      const access = await accessControl.optionalForRequest(req, permission);
      return entity
        ? (await access?.allows(entity)) ?? false
        : access?.scope === 'all';
    };
    const adjustPast =
      (await mayAll(performanceApprovePermission)) ||
      (await mayAll(performanceAdministerPermission));
    return {
      adjust: adjustPast || (await mayAll(performanceDefinePermission)),
      adjustPast,
    };
  }

  async #isOwner(req: AnyRequest, entity: ProjectedEntity): Promise<boolean> {
    const { httpAuth, userInfo } = this.options;
    const credentials = await httpAuth.credentials(req);
    if ((credentials.principal as { type?: string }).type !== 'user') {
      return false;
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const claims = ownershipEntityRefs.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    return entity.fact.owners.some(owner =>
      claims.includes(owner.toLocaleLowerCase('en-US')),
    );
  }
}
