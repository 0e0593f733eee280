import { Knex } from 'knex';

/** Newer than any row; still a number that JavaScript has exactly. */
const NEWEST_ID = Number.MAX_SAFE_INTEGER;

const COMMON =
  'rule_id, subject_id, state, value, run_id, confirmed, explanation_id';

/**
 * All changes of state, by the names that columns of `verdict_history` have: its rows, and of each
 * verdict whose only change since it came up is what its own row tells, that one.
 *
 * @param name - of the table that the result stands for.
 */
export function selectChanges(knex: Knex, name: string): Knex.Raw {
  return knex.raw(
    `(select id, at, cause, previous_state, ${COMMON} from verdict_history
      union all
      select cast(${NEWEST_ID} as bigint) as id, since as at, first_cause as cause,
        cast(null as smallint) as previous_state, ${COMMON}
      from verdicts where first_cause is not null) as ??`,
    [name],
  );
}

/**
 * Gives changes of state that rows of current verdicts stand for rows of their own in history.
 *
 * @param keys - a query of the rules and subjects they are of.
 */
export async function writeFirstChanges(
  keys: Knex.QueryBuilder,
  tx: Knex.Transaction,
): Promise<void> {
  const told = () =>
    tx('verdicts')
      .whereIn(['rule_id', 'subject_id'], keys.clone())
      .whereNotNull('first_cause');
  await tx(
    tx.raw('verdict_history (at, cause, ??, ??, ??, ??, ??, ??, ??)', [
      ...COMMON.split(', '),
    ]),
  ).insert(told().select('since', 'first_cause', ...COMMON.split(', ')));
  await told().update({ first_cause: null });
}
