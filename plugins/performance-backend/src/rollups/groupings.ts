import { Knex } from 'knex';
import { NO_VALUE } from '../catalog/filterEntities';
import { Grouping } from './RollupReader';

/** The value of the one group that holds everything. */
const EVERYTHING = '*';

/** Where the value of each grouping is. */
const GROUPINGS: Record<
  Exclude<Grouping, 'organisation'>,
  { table: string; id: string; value: string }
> = {
  owner: { table: 'entity_owners', id: 'entity_id', value: 'owner_ref' },
  domain: { table: 'entity_domains', id: 'entity_id', value: 'domain_ref' },
  tag: { table: 'entity_tags', id: 'entity_id', value: 'tag' },
  system: { table: 'entities', id: 'id', value: 'system_ref' },
  lifecycle: { table: 'entities', id: 'id', value: 'lifecycle' },
  entity: { table: 'entities', id: 'id', value: 'entity_ref' },
};

/**
 * Groups a query by a property of entities, and selects it as `value`. An entity with several values
 * counts for each.
 *
 * @param entityId - qualified name of the column, e.g. `counted.entity_id`.
 */
export function groupBy(
  knex: Knex,
  builder: Knex.QueryBuilder,
  entityId: string,
  by: Grouping,
): void {
  if (by === 'organisation') {
    builder.select(knex.raw('? as value', [EVERYTHING]));
    return;
  }
  const { table, id, value } = GROUPINGS[by];
  builder
    .leftJoin(`${table} as grouped`, `grouped.${id}`, entityId)
    .groupBy(`grouped.${value}`)
    .select(
      knex.raw('coalesce(??, ?) as value', [`grouped.${value}`, NO_VALUE]),
    );
}

/** The ids of entities that belong to groups, those with no value to none, as `id`. */
export function selectMembers(
  knex: Knex,
  by: Exclude<Grouping, 'organisation'>,
  groups: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const { table, id, value } = GROUPINGS[by];
  return knex(table)
    .distinct({ id })
    .whereIn(value, knex.from(groups.as('groups')).select('value'));
}
