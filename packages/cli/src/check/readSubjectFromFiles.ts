import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  EntityFact,
  GovernanceFacts,
  resolveEntityFact,
} from '@perf-governance/plugin-performance-common';
import { EntityDocument, readEntityFiles } from '../entity/readEntityFiles';
import { selectSubject } from '../entity/selectSubject';
import { findFiles } from '../input/findFiles';
import { Terminal } from '../terminal/Terminal';
import { Knowledge } from './Knowledge';

export interface SubjectFromFiles {
  subject: EntityFact;
  /** The subject's own file, its system's and its domains', as far as they were given. */
  documents: EntityDocument[];
  /** See `Knowledge`. */
  unknownRefs: string[];
  /** See `Knowledge`. */
  facts?: GovernanceFacts;
  /** See `Knowledge`. */
  errorBudgetActions?: Knowledge['errorBudgetActions'];
}

/**
 * Reads the entity to judge, with its owner's groups, system and domains.
 *
 * @param entity - A ref, or a file that holds the entity.
 * @param catalog - Paths and globs of catalog files.
 */
export async function readSubjectFromFiles(
  entity: string | undefined,
  catalog: string[],
  terminal: Terminal,
): Promise<SubjectFromFiles> {
  const entityFile =
    entity !== undefined && (await isFile(entity, terminal))
      ? entity
      : undefined;
  const files = await findFiles(
    [...(entityFile ? [entityFile] : []), ...catalog],
    terminal,
    'catalog file',
  );
  const documents = await readEntityFiles(files, terminal);
  const chosen = entityFile
    ? selectSubject(
        documents.filter(document => document.file === entityFile),
        undefined,
      )
    : selectSubject(documents, entity);

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
  const containing = new Set([
    subject.entityRef,
    ...(subject.system ? [subject.system] : []),
    ...subject.domains,
  ]);
  return {
    subject,
    documents: [...containing].flatMap(ref => byRef.get(ref) ?? []),
    unknownRefs: [...unknownRefs],
  };
}

/** Whether a value of `--entity` is a file rather than a ref. */
export async function isFile(
  value: string,
  terminal: Terminal,
): Promise<boolean> {
  const stats = await stat(resolve(terminal.workingDirectory, value)).catch(
    () => undefined,
  );
  return stats?.isFile() || /\.ya?ml$/.test(value);
}
