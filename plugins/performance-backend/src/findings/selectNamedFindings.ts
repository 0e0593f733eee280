import { Knex } from 'knex';
import { chunked } from '../database/chunked';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const NAMES_PER_STATEMENT = 500;

/** What an entity's finding is called. */
export interface FindingName {
  entityId: number;
  name: string;
}

/**
 * Findings that belong to an entity under one of these names, newest first. Relies on findings_entity_external_uidx
 * and findings_entity_idx.
 *
 * @param names - of at most some thousands of entities.
 */
export async function selectNamedFindings(
  knex: Knex,
  column: 'title' | 'external_id',
  names: readonly FindingName[],
  restrict?: (query: Knex.QueryBuilder) => void,
): Promise<(FindingName & { id: number })[]> {
  const wanted = new Set(names.map(keyOf));
  const entityIds = [...new Set(names.map(({ entityId }) => entityId))];
  const found: (FindingName & { id: number })[] = [];
  for (const part of chunked(
    [...new Set(names.map(({ name }) => name))],
    NAMES_PER_STATEMENT,
  )) {
    const query = knex('findings')
      .whereIn('findings.entity_id', entityIds)
      .whereIn(`findings.${column}`, part);
    restrict?.(query);
    const rows: (FindingName & { id: number })[] = await query
      .orderBy('findings.id', 'desc')
      .select({
        id: 'findings.id',
        entityId: 'findings.entity_id',
        name: `findings.${column}`,
      });
    found.push(...rows.filter(row => wanted.has(keyOf(row))));
  }
  return found;
}

function keyOf({ entityId, name }: FindingName): string {
  return `${entityId} ${name}`;
}
