import { Knex } from 'knex';
import { chunked } from '../database/chunked';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** What people call entities and groups, by ref; those without a title are left out. */
export async function selectEntityTitles(
  knex: Knex,
  refs: string[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const part of chunked([...new Set(refs)], ROWS_PER_STATEMENT)) {
    for (const table of ['entities', 'catalog_groups']) {
      const rows: { entity_ref: string; title: string }[] = await knex(table)
        .whereIn('entity_ref', part)
        .whereNotNull('title')
        .select('entity_ref', 'title');
      for (const row of rows) {
        titles.set(row.entity_ref, row.title);
      }
    }
  }
  return titles;
}
