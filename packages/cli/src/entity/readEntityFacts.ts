import {
  EntityFact,
  resolveEntityFact,
} from '@perf-governance/plugin-performance-common';
import { findFiles } from '../input/findFiles';
import { Terminal } from '../terminal/Terminal';
import { readEntityFiles } from './readEntityFiles';

/** Reads all entities of catalog files, with their owners, systems and domains as far as they are among them. */
export async function readEntityFacts(
  patterns: string[],
  terminal: Terminal,
): Promise<EntityFact[]> {
  const files = await findFiles(patterns, terminal, 'catalog file');
  const documents = await readEntityFiles(files, terminal);
  const byRef = new Map(
    documents.map(({ entityRef, entity }) => [entityRef, entity]),
  );
  return documents.map(({ entity }) =>
    resolveEntityFact(entity, ref => byRef.get(ref)),
  );
}
