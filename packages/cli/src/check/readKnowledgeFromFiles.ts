import { dirname, join, normalize, resolve } from 'node:path';
import {
  Definition,
  DefinitionProblem,
  Layer,
} from '@perf-governance/plugin-performance-common';
import { readDefinitionFile } from '../definitions/readDefinitionFile';
import { EntityDocument } from '../entity/readEntityFiles';
import { findFiles } from '../input/findFiles';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';
import { Knowledge } from './Knowledge';
import { readKnowledgeCache } from './knowledgeCache';
import {
  isFile,
  readSubjectFromFiles,
  SubjectFromFiles,
} from './readSubjectFromFiles';

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
  /** Where pulled entities are, for an entity that no file describes. */
  cache: string;
}

/**
 * Reads an entity and what applies to it from files. Definitions named by the annotations of the
 * entity, its system and its domains join those named on the command line.
 */
export async function readKnowledgeFromFiles(
  files: KnowledgeFiles,
  terminal: Terminal,
): Promise<Knowledge> {
  const { subject, documents, unknownRefs, facts, errorBudgetActions } =
    await readSubject(files, terminal);
  const sources = new Map<string, { file: string; layer: Layer }>();
  const addSource = (file: string, layer: Layer) => {
    const path = resolve(terminal.workingDirectory, file);
    if (!sources.has(path)) {
      sources.set(path, { file, layer });
    }
  };
  // An entity's own definitions first: a glob of the organisation's may cover their files, too.
  for (const document of documents) {
    const file = annotatedFile(document);
    if (file) {
      addSource(file, {
        kind: layerKind(document),
        entityRef: document.entityRef,
      });
    }
  }
  if (files.definitions.length > 0) {
    for (const file of await findFiles(
      files.definitions,
      terminal,
      'definition file',
    )) {
      addSource(file, { kind: 'org' });
    }
  }

  const definitions: Definition[] = [];
  const problems: DefinitionProblem[] = [];
  for (const { file, layer } of sources.values()) {
    const parsed = await readDefinitionFile(file, layer, terminal);
    definitions.push(...parsed.definitions);
    problems.push(...parsed.problems);
  }
  return {
    subject,
    definitions,
    problems,
    unknownRefs,
    facts,
    errorBudgetActions,
    origin: `${sources.size} definition ${
      sources.size === 1 ? 'file' : 'files'
    }`,
  };
}

async function readSubject(
  { entity, catalog, cache }: KnowledgeFiles,
  terminal: Terminal,
): Promise<SubjectFromFiles> {
  if (
    catalog.length > 0 ||
    (entity !== undefined && (await isFile(entity, terminal)))
  ) {
    return await readSubjectFromFiles(entity, catalog, terminal);
  }
  const usualFile = await findFiles(
    [USUAL_CATALOG_FILE],
    terminal,
    'catalog file',
  ).catch(() => []);
  if (usualFile.length > 0) {
    return await readSubjectFromFiles(entity, usualFile, terminal);
  }
  const pulled =
    entity &&
    (await readKnowledgeCache(entity, cache, terminal).catch(() => undefined));
  if (!pulled) {
    throw new CliError(
      `Nothing is known of the entity${
        entity ? ` ${entity}` : ''
      } but its name.`,
      {
        where: '--entity',
        fix: 'Give its catalog-info.yaml with --entity or --catalog, or fetch it with perf-gate pull.',
      },
    );
  }
  const { subject, facts, errorBudgetActions } = pulled;
  return { subject, facts, errorBudgetActions, documents: [], unknownRefs: [] };
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
