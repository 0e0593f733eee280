import { Knex } from 'knex';

/**
 * The condition that an integer column is one of hundreds of values: PostgreSQL takes them as one array, which
 * costs both sides far less than a parameter for each.
 */
export function isOneOf(
  knex: Knex,
  column: string,
  values: readonly number[],
): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw('?? = any(?::integer[])', [column, `{${values}}`])
    : knex.raw(`?? in (${values.map(() => '?').join(', ')})`, [
        column,
        ...values,
      ]);
}
