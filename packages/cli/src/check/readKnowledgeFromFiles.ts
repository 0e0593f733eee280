import { stat } from 'node:fs/promises';
import { dirname, join, normalize, resolve } from 'node:path';
import {
  Definition,
  DefinitionProblem,
  EntityFact,
  Layer,
  resolveEntityFact,
} from '@perf-governance/plugin-performance-common';
import { readDefinitionFile } from '../definitions/readDefinitionFile';
import { EntityDocument, readEntityFiles } from '../entity/readEntityFiles';
import { selectSubject } from '../entity/selectSubject';
import { findFiles } from '../input/findFiles';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';
import { Knowledge } from './Knowledge';

/** Names the file of a Domain's, System's or Component's own definitions. */
const DEFINITIONS_ANNOTATION = 'performance-governance.io/definitions';

/** Read where no catalog file is named. */
const USUAL_CATALOG_FILE = 'catalog-info.yaml';

export interface KnowledgeFiles {
  /** A ref, or a file that holds the entity. */
  entity?: string;
  /** Paths and globs of catalog files: the entity's own, its system's, domain's and groups'. */
  catalog: string[];
  /** Paths and globs of organisation-wide definitions. */
  definitions: string[];
}

/**
 * Reads an entity and what applies to it from files. Definitions named by the annotations of the
 * entity, its system and its domains join those named on the command line.
 */
export async function readKnowledgeFromFiles(
  files: KnowledgeFiles,
  terminal: Terminal,
): Promise<Knowledge> {
  const entityFile = await asEntityFile(files.entity, terminal);
  const named = [...(entityFile ? [entityFile] : []), ...files.catalog];
  const catalogFiles = await findFiles(
    named.length > 0 ? named : [USUAL_CATALOG_FILE],
    terminal,
    'catalog file',
  );
  const documents = await readEntityFiles(catalogFiles, terminal);
  const chosen = entityFile
    ? selectSubject(
        documents.filter(document => document.file === entityFile),
        undefined,
      )
    : selectSubject(documents, files.entity);

  const byRef = new Map(
    documents.map(document => [document.entityRef, document]),
  );
  const unknownRefs = new Set<string>();
  const subject = resolveEntityFact(chosen.entity, ref => {
    const found = byRef.get(ref)?.entity;
    if (!found) {
      unknownRefs.add(ref);
    }
    return found;
  });

  const sources = new Map<string, Layer>();
  for (const document of annotatedEntities(subject, byRef)) {
    const file = annotatedFile(document);
    if (file) {
      sources.set(file, {
        kind: layerKind(document),
        entityRef: document.entityRef,
      });
    }
  }
  const organisationFiles =
    files.definitions.length > 0
      ? await findFiles(files.definitions, terminal, 'definition file')
      : [];
  for (const file of organisationFiles.map(normalize)) {
    if (!sources.has(file)) {
      sources.set(file, { kind: 'org' });
    }
  }

  const definitions: Definition[] = [];
  const problems: DefinitionProblem[] = [];
  for (const [file, layer] of sources) {
    const parsed = await readDefinitionFile(file, layer, terminal);
    definitions.push(...parsed.definitions);
    problems.push(...parsed.problems);
  }
  return {
    subject,
    definitions,
    problems,
    unknownRefs: [...unknownRefs],
    origin: `${sources.size} definition ${
      sources.size === 1 ? 'file' : 'files'
    }`,
  };
}

/** `--entity` may be a file instead of a ref. */
async function asEntityFile(
  entity: string | undefined,
  terminal: Terminal,
): Promise<string | undefined> {
  if (entity === undefined) {
    return undefined;
  }
  const stats = await stat(resolve(terminal.workingDirectory, entity)).catch(
    () => undefined,
  );
  return stats?.isFile() || /\.ya?ml$/.test(entity) ? entity : undefined;
}

/** The subject and what contains it: whose definitions may be about it. */
function annotatedEntities(
  subject: EntityFact,
  byRef: Map<string, EntityDocument>,
): EntityDocument[] {
  const refs = new Set([
    subject.entityRef,
    ...(subject.system ? [subject.system] : []),
    ...subject.domains,
  ]);
  return [...refs].flatMap(ref => byRef.get(ref) ?? []);
}

function annotatedFile({ entity, file }: EntityDocument): string | undefined {
  const target = entity.metadata.annotations?.[DEFINITIONS_ANNOTATION];
  if (target === undefined) {
    return undefined;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    throw new CliError(`The definitions at ${target} can't be read offline.`, {
      where: `${file}, annotation ${DEFINITIONS_ANNOTATION}`,
      fix: 'Pull them with perf-gate pull and check with --offline.',
    });
  }
  return normalize(join(dirname(file), target));
}

function layerKind({ entity }: EntityDocument): Layer['kind'] {
  const kind = entity.kind.toLowerCase();
  return kind === 'domain' || kind === 'system' ? kind : 'component';
}
