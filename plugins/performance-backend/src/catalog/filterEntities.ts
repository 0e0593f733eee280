import { Knex } from 'knex';

/** Which entities. All given parts must hold; the values of one are alternatives. */
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

/** As a value of a filter: entities that have no owner, no system, no domain, … at all. */
export const NO_VALUE = '(none)';

/** Where the values of each part are. */
const COLUMNS: Record<
  Exclude<keyof EntityFilter, 'q'>,
  { table: string; id: string; column: string; lowerCased?: boolean }
> = {
  owner: {
    table: 'entity_owners',
    id: 'entity_id',
    column: 'owner_ref',
    lowerCased: true,
  },
  domain: {
    table: 'entity_domains',
    id: 'entity_id',
    column: 'domain_ref',
    lowerCased: true,
  },
  tag: { table: 'entity_tags', id: 'entity_id', column: 'tag' },
  system: {
    table: 'entities',
    id: 'id',
    column: 'system_ref',
    lowerCased: true,
  },
  kind: { table: 'entities', id: 'id', column: 'kind', lowerCased: true },
  type: { table: 'entities', id: 'id', column: 'type' },
  lifecycle: { table: 'entities', id: 'id', column: 'lifecycle' },
};

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
  for (const part of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const values = filter[part];
    if (values) {
      whereValue(knex, builder, entityId, part, values);
    }
  }
  if (filter.q?.trim()) {
    const found = knex('entities').select('id');
    whereContains(found, ['entity_ref', 'title'], filter.q);
    builder.whereIn(entityId, found);
  }
}

function whereValue(
  knex: Knex,
  builder: Knex.QueryBuilder,
  entityId: string,
  part: keyof typeof COLUMNS,
  values: string[],
): void {
  const { table, id, column, ...rest } = COLUMNS[part];
  const wanted = values
    .filter(value => value !== NO_VALUE)
    .map(value => (rest.lowerCased ? lowerCase(value) : value));
  builder.where(either => {
    either.whereIn(
      entityId,
      knex(table).whereIn(`${table}.${column}`, wanted).select(id),
    );
    if (values.includes(NO_VALUE)) {
      either.orWhereNotIn(
        entityId,
        knex(table).whereNotNull(`${table}.${column}`).select(id),
      );
    }
  });
}

/** As refs are stored. */
export function lowerCase(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

/** Adds the condition that one of the columns has the text somewhere, whatever its case. */
export function whereContains(
  builder: Knex.QueryBuilder,
  columns: string[],
  text: string,
): void {
  const pattern = `%${lowerCase(text.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  builder.where(either => {
    for (const column of columns) {
      either.orWhereRaw(`lower(??) like ? escape '\\'`, [column, pattern]);
    }
  });
}
