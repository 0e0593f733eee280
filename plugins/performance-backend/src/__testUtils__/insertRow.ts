import { Knex } from 'knex';

/** @returns the row's id. */
export async function insertRow(
  knex: Knex,
  table: string,
  row: object,
): Promise<number> {
  const [{ id }] = await knex(table).insert(row).returning('id');
  return id;
}
