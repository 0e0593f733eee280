import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  performanceAdministerPermission,
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

/**
 * Who may take time out of SLOs: who may define or administer what they are about, and an entity's
 * owners.
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

  async mayAdjust(req: AnyRequest, scope: AdjustmentScope): Promise<boolean> {
    const { definitionStore, entityStore } = this.options;
    if (scope.type === 'definition') {
      const stored = await definitionStore.get(scope.definitionId);
      return stored !== undefined && this.#mayAdjustAll(req, stored);
    }
    const entity = await entityStore.getById(scope.entityId);
    return (
      entity !== undefined &&
      this.mayAdjustEntity(req, entity, scope.environment)
    );
  }

  async mayAdjustEntity(
    req: AnyRequest,
    entity: ProjectedEntity,
    environment: string | undefined,
  ): Promise<boolean> {
    const { define, administer } = await this.options.accessControl.abilities(
      req,
      entity,
      environment,
    );
    return define || administer || this.#isOwner(req, entity);
  }

  /** @throws NotAllowedError where the caller may not. */
  async assertMayAdjust(
    req: AnyRequest,
    scope: AdjustmentScope,
  ): Promise<void> {
    if (!(await this.mayAdjust(req, scope))) {
      throw new NotAllowedError(
        scope.type === 'definition'
          ? 'Only those may adjust all that a definition applies to who may define or administer it'
          : 'Only owners of the entity, and those who may define or administer for it, may adjust its SLOs',
      );
    }
  }

  async #mayAdjustAll(
    req: AnyRequest,
    stored: StoredDefinition,
  ): Promise<boolean> {
    const { accessControl, entityStore } = this.options;
    const entity =
      stored.layerEntityId === undefined
        ? undefined
        : await entityStore.getById(stored.layerEntityId);
    for (const permission of [
      performanceDefinePermission,
      performanceAdministerPermission,
    ]) {
      const access = await accessControl.optionalForRequest(req, permission);
      const mayAll = entity
        ? await access?.allows(entity)
        : access?.scope === 'all';
      if (mayAll) {
        return true;
      }
    }
    return false;
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
