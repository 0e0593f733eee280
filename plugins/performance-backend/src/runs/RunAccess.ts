import { NotFoundError } from '@backstage/errors';
import {
  performanceAdministerPermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { RunRecord, RunStore } from './RunStore';

type AnyRequest = Request<any, any, any, any, any>;

/** Finds runs for callers who may see them. */
export class RunAccess {
  constructor(
    private readonly options: {
      runs: RunStore;
      entities: EntityStore;
      accessControl: AccessControl;
    },
  ) {}

  /** @throws NotFoundError where there is no such run or the caller may not know of it. */
  async read(
    request: AnyRequest,
    runId: string,
  ): Promise<{ run: RunRecord; entity: ProjectedEntity }> {
    const { runs, entities, accessControl } = this.options;
    const access = await accessControl.forRequest(
      request,
      performanceReadPermission,
    );
    const run = await runs.get(runId);
    const entity = run && (await entities.getById(run.entityId));
    if (!run || !entity || !(await access.allows(entity, run.environment))) {
      throw new NotFoundError(`There is no run '${runId}'`);
    }
    return { run, entity };
  }

  /**
   * @throws NotFoundError as `read`, NotAllowedError where the caller may see but not administer it.
   */
  async administer(
    request: AnyRequest,
    runId: string,
  ): Promise<{ run: RunRecord; entity: ProjectedEntity; principal: string }> {
    const found = await this.read(request, runId);
    const access = await this.options.accessControl.forRequest(
      request,
      performanceAdministerPermission,
    );
    await access.assertAllowed(found.entity, found.run.environment);
    return { ...found, principal: access.principal };
  }

  async mayAdminister(
    request: AnyRequest,
    run: RunRecord,
    entity: ProjectedEntity,
  ): Promise<boolean> {
    const { accessControl } = this.options;
    const { administer } = await accessControl.abilities(request, entity);
    if (!administer) {
      return false;
    }
    const access = await accessControl.forRequest(
      request,
      performanceAdministerPermission,
    );
    return access.allows(entity, run.environment);
  }
}
