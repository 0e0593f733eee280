import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  components,
  DEFINITION_KINDS,
  DEFINITION_SCHEMAS,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { API_FILE_NAME } from './DefinitionEditor';
import { DefinitionRouteServices } from './DefinitionRouteServices';
import { layerOfEntity } from './layerOfEntity';
import { readDefinitions } from './readDefinitions';
import { referenceProblems } from './referenceProblems';

/**
 * Routes about the language of definitions, which every caller may use. Who may read anything is
 * also told what a text names that is nowhere.
 */
export function registerDefinitionValidationRoutes(
  router: Router,
  {
    accessControl,
    definitionRegistry,
    entityStore,
  }: Pick<
    DefinitionRouteServices,
    'accessControl' | 'definitionRegistry' | 'entityStore'
  >,
): void {
  router.post('/definitions/validate', async (request, response) => {
    const { content, entityRef }: components['schemas']['DefinitionInput'] =
      request.body;
    const entity =
      entityRef === undefined ? undefined : parseEntityRef(entityRef);
    const { definitions, problems } = readDefinitions(content, {
      file: API_FILE_NAME,
      layer: entity
        ? layerOfEntity({
            kind: entity.kind.toLocaleLowerCase('en-US'),
            entityRef: stringifyEntityRef(entity),
          })
        : { kind: 'org' },
      source: { type: 'api', location: API_FILE_NAME },
    });
    const read = await accessControl.optionalForRequest(
      request,
      performanceReadPermission,
    );
    const dangling =
      read === undefined || read.scope === 'none'
        ? []
        : await referenceProblems(
            { definitionRegistry, entityStore },
            definitions,
          );
    response.json({
      problems: [...problems, ...dangling.flat()].sort(
        (a, b) => a.line - b.line || a.column - b.column,
      ),
    });
  });

  router.get('/schemas/:kind', async (request, response) => {
    const written = request.params.kind.toLocaleLowerCase('en-US');
    const kind = DEFINITION_KINDS.find(
      known => known.toLocaleLowerCase('en-US') === written,
    );
    if (!kind) {
      throw new NotFoundError(
        `There is no kind of definition '${request.params.kind}'`,
      );
    }
    response.json(DEFINITION_SCHEMAS[kind]);
  });
}
