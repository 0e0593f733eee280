import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DEFINITION_API_VERSION } from '@perf-governance/plugin-performance-common';
import { LineCounter, parseAllDocuments } from 'yaml';
import { readTextFile } from '../input/readTextFile';
import { refuseTooDeep } from '../input/refuseTooDeep';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

/** A catalog entity and the file it is written in. */
export interface EntityDocument {
  file: string;
  entityRef: string;
  entity: Entity;
}

/**
 * Reads the catalog entities in YAML files. Definitions of ours among them are passed over, so that
 * one glob may cover a whole folder.
 *
 * @throws CliError for what is neither YAML nor an entity
 */
export async function readEntityFiles(
  files: string[],
  terminal: Terminal,
): Promise<EntityDocument[]> {
  const documents: EntityDocument[] = [];
  for (const file of files) {
    documents.push(...readEntities(file, await readTextFile(file, terminal)));
  }
  return documents;
}

function readEntities(file: string, text: string): EntityDocument[] {
  refuseTooDeep(file, text);
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false });
  const entities: EntityDocument[] = [];
  for (const document of 'empty' in parsed ? [] : parsed) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      throw new CliError(`The file is no valid YAML: ${error.message}`, {
        where: `${file}:${line}:${col}`,
        fix: 'Set the YAML right.',
      });
    }
    const value: unknown = document.toJS();
    if (value === null || isDefinition(value)) {
      continue;
    }
    if (!isEntity(value)) {
      throw new CliError(
        'A document is no catalog entity: apiVersion, kind or metadata.name is missing.',
        {
          where: `${file}:${lineCounter.linePos(document.range[0]).line}`,
          fix: 'Name only files that hold entities, such as catalog-info.yaml.',
        },
      );
    }
    entities.push({
      file,
      entityRef: stringifyEntityRef(value),
      entity: value,
    });
  }
  return entities;
}

function isDefinition(value: unknown): boolean {
  const [group] = DEFINITION_API_VERSION.split('/');
  const { apiVersion } = value as { apiVersion?: unknown };
  return typeof apiVersion === 'string' && apiVersion.startsWith(`${group}/`);
}

function isEntity(value: unknown): value is Entity {
  const { apiVersion, kind, metadata } = value as Partial<Entity>;
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof metadata?.name === 'string'
  );
}
