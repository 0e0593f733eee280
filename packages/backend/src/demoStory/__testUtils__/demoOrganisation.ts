import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Definition,
  Layer,
  parseDefinitions,
} from '@perf-governance/plugin-performance-common';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { demoFolder } from './demoFolder';

const DEFINITIONS_ANNOTATION = 'performance-governance.io/definitions';

function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => join(folder, file));
}

function read(file: string, layer: Layer): Definition[] {
  const { definitions, problems } = parseDefinitions(
    readFileSync(file, 'utf8'),
    { file, layer, source: { type: 'config', location: file } },
  );
  if (problems.length > 0) {
    throw new Error(`${file}: ${JSON.stringify(problems)}`);
  }
  return definitions;
}

/** Everything in the demo's catalog files, and every definition, in the layer its place gives it. */
export function demoOrganisation(): {
  entities: Map<string, Entity>;
  definitions: Definition[];
} {
  const entities = new Map<string, Entity>();
  const definitions = yamlFilesIn(join(demoFolder, 'definitions')).flatMap(
    file => read(file, { kind: 'org' }),
  );
  for (const file of yamlFilesIn(join(demoFolder, 'catalog'))) {
    for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
      const entity: Entity = document.toJS();
      if (!entity.apiVersion.startsWith('backstage.io/')) {
        continue;
      }
      const entityRef = stringifyEntityRef(entity);
      entities.set(entityRef, entity);
      const own = entity.metadata.annotations?.[DEFINITIONS_ANNOTATION];
      if (own) {
        definitions.push(
          ...read(resolve(dirname(file), own), {
            kind: entity.kind.toLocaleLowerCase('en-US') as Layer['kind'],
            entityRef,
          }),
        );
      }
    }
  }
  return { entities, definitions };
}
