import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  performanceAdministerPermission,
  performanceDefinePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { definitionSourceStatus } from './definitionResponses';
import { DefinitionRouteServices } from './DefinitionRouteServices';

/** Routes below `/definition-sources`. */
export function registerDefinitionSourceRoutes(
  router: Router,
  services: DefinitionRouteServices,
): void {
  const { accessControl, auditor, definitionRefresh, definitionStore } =
    services;

  async function visibleSources(request: Request) {
    const access = await accessControl.forRequest(
      request,
      performanceReadPermission,
    );
    return definitionStore.listSources(access);
  }

  /** Who may define for an entity may have its file read again. */
  async function refreshEntity(request: Request, entityRef: string) {
    const access = await accessControl.forRequest(
      request,
      performanceDefinePermission,
    );
    const known = await services.entityStore.getByRef(entityRef);
    if (!known) {
      throw new NotFoundError(
        `There is no entity ${entityRef} that you may see`,
      );
    }
    await access.assertAllowed(known);
    // Its annotation may be as new as its file.
    await services.catalogProjection.refresh(entityRef);
    await definitionRefresh.refreshEntities([known.id]);
    return known.id;
  }

  async function refreshAll(request: Request) {
    const access = await accessControl.forRequest(
      request,
      performanceAdministerPermission,
    );
    if (access.scope !== 'all') {
      throw new NotAllowedError(
        `${access.principal} lacks the permission performance.administer for the whole organisation, which reading all sources again needs`,
      );
    }
    await definitionRefresh.refreshAll();
  }

  router.get('/definition-sources', async (request, response) => {
    const sources = await visibleSources(request);
    const administer = await accessControl.optionalForRequest(
      request,
      performanceAdministerPermission,
    );
    response.json({
      items: sources.map(definitionSourceStatus),
      may: { refresh: administer?.scope === 'all' },
    });
  });

  router.post('/definition-sources/refresh', async (request, response) => {
    const entityRef: string | undefined = request.body?.entityRef;
    const entityId = await audited(
      auditor,
      {
        eventId: 'definition-sources-refresh',
        request,
        meta: { entityRef: entityRef ?? 'all' },
      },
      async () =>
        entityRef === undefined
          ? refreshAll(request)
          : refreshEntity(request, entityRef),
    );
    const sources = await visibleSources(request);
    response.json({
      items: sources
        .filter(
          source => entityRef === undefined || source.entityId === entityId,
        )
        .map(definitionSourceStatus),
    });
  });
}
