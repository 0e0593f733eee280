import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  components,
  DEFINITION_KINDS,
  DEFINITION_SCHEMAS,
  parseDefinitions,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { API_FILE_NAME } from './DefinitionEditor';
import { layerOfEntity } from './layerOfEntity';

/** Routes that know the language of definitions and nothing stored; every caller may use them. */
export function registerDefinitionValidationRoutes(router: Router): void {
  router.post('/definitions/validate', async (request, response) => {
    const { content, entityRef }: components['schemas']['DefinitionInput'] =
      request.body;
    const entity =
      entityRef === undefined ? undefined : parseEntityRef(entityRef);
    const { problems } = parseDefinitions(content, {
      file: API_FILE_NAME,
      layer: entity
        ? layerOfEntity({
            kind: entity.kind.toLocaleLowerCase('en-US'),
            entityRef: stringifyEntityRef(entity),
          })
        : { kind: 'org' },
      source: { type: 'api', location: API_FILE_NAME },
    });
    response.json({ problems });
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
