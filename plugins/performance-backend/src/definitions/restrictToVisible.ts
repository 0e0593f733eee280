import { Knex } from 'knex';
import { Access } from '../access/Access';

/**
 * Narrows a query to what the caller may see: the organisation's is for everyone who may read
 * anything, an entity's for who may read the entity.
 *
 * @param entityId - the column of the entity it belongs to, null for the organisation's.
 */
export function restrictToVisible(
  query: Knex.QueryBuilder,
  access: Access,
  entityId: string,
): void {
  if (access.scope === 'none') {
    query.whereRaw('1 = 0');
  } else if (access.scope === 'some') {
    query.andWhere(either => {
      either.whereNull(entityId);
      either.orWhere(own => {
        own.whereNotNull(entityId);
        access.restrict(own, { entityId });
      });
    });
  }
}
