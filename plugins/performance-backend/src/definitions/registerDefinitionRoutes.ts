import { NotFoundError } from '@backstage/errors';
import {
  components,
  performanceDefinePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { createTwoFilesPatch } from 'diff';
import { Request, Router } from 'express';
import { Access } from '../access/Access';
import { audited } from '../service/audited';
import { QueryOf } from '../service/operationTypes';
import { definitionSummary } from './definitionResponses';
import { DefinitionRouteServices } from './DefinitionRouteServices';
import { StoredDefinition } from './DefinitionStore';
import { getVisibleDefinition } from './getVisibleDefinition';
import { withReferenceProblems } from './withReferenceProblems';

type Schemas = components['schemas'];

/** Routes below `/definitions` that read and change definitions. */
export function registerDefinitionRoutes(
  router: Router,
  services: DefinitionRouteServices,
): void {
  const { accessControl, auditor, definitionEditor, definitionStore } =
    services;

  const visibleDefinition = (access: Access, definitionId: string) =>
    getVisibleDefinition(services, access, definitionId);

  async function detail(
    request: Request,
    stored: StoredDefinition,
  ): Promise<Schemas['DefinitionDetail']> {
    const { definition, content } = stored;
    const { id, spec } = definition;
    const read = await accessControl.optionalForRequest(
      request,
      performanceReadPermission,
    );
    const define = await accessControl.optionalForRequest(
      request,
      performanceDefinePermission,
    );
    const versions = await definitionStore.listVersions(id);
    const [told] = await withReferenceProblems(services, [stored]);
    return {
      ...definitionSummary(
        told,
        read
          ? await definitionStore.countVerdicts(read, [definition])
          : new Map(),
      ),
      content,
      spec: { ...spec },
      versions: versions.map(({ createdAt, ...other }) => ({
        ...other,
        createdAt: createdAt.toISOString(),
      })),
      may: {
        edit:
          define !== undefined &&
          (await definitionEditor.mayEdit(define, stored)),
      },
    };
  }

  router.get('/definitions', async (request, response) => {
    const access = await accessControl.forRequest(
      request,
      performanceReadPermission,
    );
    const query = request.query as QueryOf<'listDefinitions'>;
    const field = query.sort ?? 'name';
    const { items, totalItems } = await definitionStore.list({
      access,
      filter: {
        kind: query.kind,
        layer: query.layer,
        status: query.status ?? ['in-force', 'invalid'],
        text: query.q,
      },
      order: {
        field,
        direction: query.order ?? (field === 'updatedAt' ? 'desc' : 'asc'),
      },
      limit: query.limit ?? 25,
      offset: query.offset ?? 0,
    });
    const counts = await definitionStore.countVerdicts(
      access,
      items.map(({ definition }) => definition),
    );
    const define = await accessControl.optionalForRequest(
      request,
      performanceDefinePermission,
    );
    response.json({
      items: (await withReferenceProblems(services, items)).map(item =>
        definitionSummary(item, counts),
      ),
      totalItems,
      may: { define: define !== undefined && define.scope !== 'none' },
    });
  });

  router.get('/definitions/:definitionId', async (request, response) => {
    const access = await accessControl.forRequest(
      request,
      performanceReadPermission,
    );
    const stored = await visibleDefinition(access, request.params.definitionId);
    response.json(await detail(request, stored));
  });

  router.get(
    '/definitions/:definitionId/versions/:version',
    async (request, response) => {
      const access = await accessControl.forRequest(
        request,
        performanceReadPermission,
      );
      const { definitionId } = request.params;
      await visibleDefinition(access, definitionId);
      const number = Number(request.params.version);
      const version = await definitionStore.getVersion(definitionId, number);
      if (!version) {
        throw new NotFoundError(
          `There is no version ${number} of the definition ${definitionId}`,
        );
      }
      const previous = await definitionStore.getVersion(
        definitionId,
        number - 1,
      );
      const body: Schemas['DefinitionVersionDetail'] = {
        version: version.version,
        createdAt: version.createdAt.toISOString(),
        createdBy: version.createdBy,
        content: version.content,
        diff: previous
          ? createTwoFilesPatch(
              `version ${number - 1}`,
              `version ${number}`,
              previous.content,
              version.content,
            )
          : '',
      };
      response.json(body);
    },
  );

  router.post('/definitions', async (request, response) => {
    const access = await accessControl.forRequest(
      request,
      performanceDefinePermission,
    );
    const { content, entityRef }: Schemas['DefinitionInput'] = request.body;
    const id = await audited(
      auditor,
      {
        eventId: 'definition-create',
        request,
        meta: { entityRef: entityRef ?? 'organisation' },
      },
      () => definitionEditor.create(access, { content, entityRef }),
    );
    const stored = await definitionStore.get(id);
    response.status(201).json(stored && (await detail(request, stored)));
  });

  router.put('/definitions/:definitionId', async (request, response) => {
    const access = await accessControl.forRequest(
      request,
      performanceDefinePermission,
    );
    const { definitionId } = request.params;
    const { content }: Schemas['DefinitionInput'] = request.body;
    await audited(
      auditor,
      { eventId: 'definition-update', request, meta: { definitionId } },
      () => definitionEditor.update(access, definitionId, content),
    );
    const stored = await definitionStore.get(definitionId);
    response.json(stored && (await detail(request, stored)));
  });

  router.delete('/definitions/:definitionId', async (request, response) => {
    const access = await accessControl.forRequest(
      request,
      performanceDefinePermission,
    );
    const { definitionId } = request.params;
    await audited(
      auditor,
      { eventId: 'definition-retire', request, meta: { definitionId } },
      () => definitionEditor.retire(access, definitionId),
    );
    response.status(204).end();
  });
}
