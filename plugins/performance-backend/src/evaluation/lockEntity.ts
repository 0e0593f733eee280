import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';

/**
 * Makes transactions about one entity, on whichever replica, follow one another. SQLite has one
 * writer anyway.
 */
export async function lockEntity(
  entityId: number,
  tx: Knex.Transaction,
): Promise<void> {
  await lockEntities([entityId], tx);
}

/**
 * The same for many, in one order, so that no two transactions wait for each other.
 *
 * @returns the version that each has and keeps until the end of the transaction, by id.
 */
export async function lockEntities(
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<Map<number, number>> {
  const rows: { id: number; version: number }[] = await tx('entities')
    .where(isOneOf(tx, 'id', entityIds))
    .orderBy('id')
    .forUpdate()
    .select('id', 'version');
  return new Map(rows.map(({ id, version }) => [id, version]));
}
