import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { entityOfRow, EntityRow } from './entityRow';
import { ProjectedEntity } from './EntityStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** What people call entities, by ref; those without a title are left out. */
export async function selectEntityTitles(
  knex: Knex,
  refs: string[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const part of chunked([...new Set(refs)], ROWS_PER_STATEMENT)) {
    const rows = await knex<EntityRow>('entities').whereIn('entity_ref', part);
    for (const entity of rows.map(entityOfRow)) {
      const title = titleOf(entity);
      if (title !== undefined) {
        titles.set(entity.entityRef, title);
      }
    }
  }
  return titles;
}

/** Groups and users have a display name in place of a title. */
export function titleOf({ title, fact }: ProjectedEntity): string | undefined {
  const profile = fact.entity.spec?.profile;
  return (
    title ??
    (typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile &&
    typeof profile.displayName === 'string'
      ? profile.displayName
      : undefined)
  );
}
