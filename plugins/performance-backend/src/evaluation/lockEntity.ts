import { Knex } from 'knex';

/**
 * Makes transactions about one entity, on whichever replica, follow one another. SQLite has one
 * writer anyway.
 */
export async function lockEntity(
  entityId: number,
  tx: Knex.Transaction,
): Promise<void> {
  await tx('entities').where('id', entityId).forUpdate().first('id');
}
