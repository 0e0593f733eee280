import { Knex } from 'knex';
import { chunked } from '../database/chunked';

const REFS_PER_STATEMENT = 500;

/** See {@link EntityStore.findKnownRefs}; at most one row a ref is read of each table. */
export async function findKnownRefs(
  knex: Knex,
  entityRefs: string[],
): Promise<Set<string> | undefined> {
  const known = new Set<string>();
  for (const refs of chunked([...new Set(entityRefs)], REFS_PER_STATEMENT)) {
    // Rely on the primary keys of entities and groups, and on entity_owners_ref_index,
    // entities_system_index and entity_domains_ref_index.
    const rows: { ref: string }[] = await knex('entities')
      .whereNull('retired_at')
      .whereIn('entity_ref', refs)
      .select({ ref: 'entity_ref' })
      .union([
        knex('catalog_groups')
          .whereIn('entity_ref', refs)
          .select({ ref: 'entity_ref' }),
        knex('entity_owners')
          .whereIn('owner_ref', refs)
          .select({ ref: 'owner_ref' }),
        knex('entities')
          .whereIn('system_ref', refs)
          .select({ ref: 'system_ref' }),
        knex('entity_domains')
          .whereIn('domain_ref', refs)
          .select({ ref: 'domain_ref' }),
      ]);
    for (const { ref } of rows) {
      known.add(ref);
    }
  }
  if (known.size === 0) {
    const any = await knex('entities').first('id');
    return any && known;
  }
  return known;
}
