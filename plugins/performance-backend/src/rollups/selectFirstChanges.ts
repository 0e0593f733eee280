import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { stateToColumn } from '../database/stateColumn';
import { filterVerdicts } from '../verdicts/filterVerdicts';
import { RollupQuery } from './RollupReader';

/** States of verdicts that have a value. */
export const MEASURED = [
  'fail',
  'warn',
  'pass',
] as const satisfies VerdictState[];

const NUMBERS = MEASURED.map(stateToColumn).join(', ');
const WAS_MEASURED = `coalesce(changes.previous_state in (${NUMBERS}), false)`;

/**
 * What to add to the counts of now to compare verdicts that have a value now, and had one then, with
 * themselves: what they were before their first change since, in place of what they are; the others
 * count in neither. Columns are `entity_id`, and `now_…` and `then_…` for each state.
 *
 * Reads all of history once: an index on its time would cost every evaluation more than this saves.
 */
export function selectFirstChanges(
  knex: Knex,
  query: RollupQuery,
  { since, access }: { since: Date; access: Access },
): Knex.QueryBuilder {
  const changes = knex('verdict_history as history')
    .join('verdicts', join =>
      join
        .on('verdicts.rule_id', 'history.rule_id')
        .andOn('verdicts.subject_id', 'history.subject_id'),
    )
    .join('entities', 'entities.id', 'verdicts.entity_id')
    .whereNull('entities.retired_at')
    .where('history.at', '>=', since.getTime())
    .whereIn('verdicts.state', MEASURED.map(stateToColumn))
    .select(
      'verdicts.entity_id',
      'verdicts.state',
      'history.previous_state',
      knex.raw(
        'row_number() over (partition by history.rule_id, history.subject_id order by history.at, history.id) as place',
      ),
    );
  filterVerdicts(knex, changes, 'verdicts', query, access);
  const first = knex
    .from(changes.as('changes'))
    .where('changes.place', 1)
    .select('changes.entity_id');
  for (const state of MEASURED) {
    const number = stateToColumn(state);
    const is = `case when changes.state = ${number} then 1 else 0 end`;
    const was = `case when changes.previous_state = ${number} then 1 else 0 end`;
    first.select(
      knex.raw(
        `case when ${WAS_MEASURED} then 0 else -(${is}) end as now_${state}`,
      ),
      knex.raw(`(${was}) - (${is}) as then_${state}`),
    );
  }
  return first;
}
