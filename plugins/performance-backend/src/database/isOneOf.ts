import { Knex } from 'knex';
import { arrayLiteral } from './arrayLiteral';

/**
 * The condition that a column of integers or texts has one of hundreds of values: PostgreSQL takes them as one
 * array, which costs both sides far less than a parameter for each.
 */
export function isOneOf(
  knex: Knex,
  column: string,
  values: readonly number[] | readonly string[],
): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw(
        `?? = any(?::${typeof values[0] === 'string' ? 'text' : 'integer'}[])`,
        [column, arrayLiteral(values)],
      )
    : knex.raw(`?? in (${values.map(() => '?').join(', ')})`, [
        column,
        ...values,
      ]);
}
