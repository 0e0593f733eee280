import { Knex } from 'knex';

/** Which entities. All given parts must hold. */
export interface EntityFilter {
  /** Refs of groups or users; child groups included. */
  owner?: string[];
  system?: string[];
  /** Parent domains included. */
  domain?: string[];
  kind?: string[];
  type?: string[];
  tag?: string[];
  lifecycle?: string[];
  /** Part of ref or title. */
  q?: string;
}

/**
 * Adds conditions on the entity that rows are about, each a subquery, so that counting needs no
 * joins.
 *
 * @param entityId - the qualified column that names it.
 */
export function filterEntities(
  knex: Knex,
  builder: Knex.QueryBuilder,
  entityId: string,
  filter: EntityFilter,
): void {
  const lower = (refs: string[] | undefined) =>
    refs?.map(ref => ref.toLocaleLowerCase('en-US'));
  const conditions: [string, string, string, string[] | undefined][] = [
    ['entity_owners', 'entity_id', 'owner_ref', lower(filter.owner)],
    ['entity_domains', 'entity_id', 'domain_ref', lower(filter.domain)],
    ['entity_tags', 'entity_id', 'tag', filter.tag],
    ['entities', 'id', 'system_ref', lower(filter.system)],
    ['entities', 'id', 'kind', lower(filter.kind)],
    ['entities', 'id', 'type', filter.type],
    ['entities', 'id', 'lifecycle', filter.lifecycle],
  ];
  for (const [table, id, column, values] of conditions) {
    if (values) {
      builder.whereIn(
        entityId,
        knex(table).whereIn(`${table}.${column}`, values).select(id),
      );
    }
  }
  const text = filter.q?.trim().toLocaleLowerCase('en-US');
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    builder.whereIn(
      entityId,
      knex('entities')
        .whereRaw(`lower(entity_ref) like ? escape '\\'`, [pattern])
        .orWhereRaw(`lower(title) like ? escape '\\'`, [pattern])
        .select('id'),
    );
  }
}
