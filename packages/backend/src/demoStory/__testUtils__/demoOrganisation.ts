import { resolvePackagePath } from '@backstage/backend-plugin-api';
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

const DAY = 86_400_000;

const DEFINITIONS_ANNOTATION = 'performance-governance.io/definitions';

function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => join(folder, file));
}

const practices = resolvePackagePath(
  '@perf-governance/plugin-performance-backend',
  'practices',
);

function read(
  file: string,
  layer: Layer,
  text = readFileSync(file, 'utf8'),
): Definition[] {
  const { definitions, problems } = parseDefinitions(text, {
    file,
    layer,
    source: { type: 'config', location: file },
  });
  if (problems.length > 0) {
    throw new Error(`${file}: ${JSON.stringify(problems)}`);
  }
  return definitions;
}

/** What the demo's loader defines, with dates filled in. */
function governance(end: number): Definition[] {
  return yamlFilesIn(join(demoFolder, 'governance/definitions')).flatMap(file =>
    read(
      file,
      { kind: 'org' },
      readFileSync(file, 'utf8').replace(
        /\{\{ in (\d+) days \}\}/g,
        (_, days) => new Date(end + Number(days) * DAY).toISOString(),
      ),
    ),
  );
}

/**
 * Everything in the demo's catalog files, and every definition, in the layer its place gives it.
 *
 * @param end - Of the demo's history, in milliseconds since 1970.
 */
export function demoOrganisation(end: number): {
  entities: Map<string, Entity>;
  definitions: Definition[];
} {
  const entities = new Map<string, Entity>();
  const definitions = [
    ...[join(demoFolder, 'definitions'), practices]
      .flatMap(yamlFilesIn)
      .flatMap(file => read(file, { kind: 'org' })),
    ...governance(end),
  ];
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
