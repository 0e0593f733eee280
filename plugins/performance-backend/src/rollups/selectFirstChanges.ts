import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterEntities } from '../catalog/filterEntities';
import { stateToColumn } from '../database/stateColumn';
import { selectChanges } from '../verdicts/selectChanges';
import { RollupQuery } from './RollupReader';
import { sumAsInteger } from './sumAsInteger';

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
 * count in neither. One row per entity that has changed, with `entity_id`, and `now_…` and `then_…`
 * for each state.
 *
 * Reads what has changed since, by verdict_history_at_idx, and of current verdicts only those. So that
 * SQLite, which has no statistics, does so too, a `+` keeps it from other indexes, and a cross join from
 * looking up changes by verdicts.
 */
export function selectFirstChanges(
  knex: Knex,
  query: RollupQuery,
  { since, access }: { since: Date; access: Access },
): Knex.QueryBuilder {
  const changes = knex
    .from(selectChanges(knex, 'history'))
    .join('subjects', 'subjects.id', 'history.subject_id')
    .where('history.at', '>=', since.getTime())
    .select(
      'history.rule_id',
      'history.subject_id',
      'history.previous_state',
      'subjects.entity_id',
      knex.raw(
        'row_number() over (partition by +history.rule_id, +history.subject_id order by history.at, history.id) as place',
      ),
    );
  filterEntities(knex, changes, 'subjects.entity_id', query);
  if (query.environment) {
    changes.whereIn('subjects.environment', query.environment);
  }
  if (query.area) {
    changes.whereRaw('+history.rule_id in (?)', [
      knex('rules').whereIn('area', query.area).select('id'),
    ]);
  }
  access.restrict(changes, {
    entityId: 'subjects.entity_id',
    environment: 'subjects.environment',
  });

  const first = knex
    .from(changes.as('changes'))
    .crossJoin(knex.raw('verdicts'))
    .where({
      'verdicts.rule_id': knex.ref('changes.rule_id'),
      'verdicts.subject_id': knex.ref('changes.subject_id'),
      'changes.place': 1,
    })
    .whereIn('verdicts.state', MEASURED.map(stateToColumn))
    .groupBy('changes.entity_id')
    .select('changes.entity_id');
  for (const state of MEASURED) {
    const number = stateToColumn(state);
    const is = `case when verdicts.state = ${number} then 1 else 0 end`;
    const was = `case when changes.previous_state = ${number} then 1 else 0 end`;
    first.select(
      knex.raw(
        sumAsInteger(
          `case when ${WAS_MEASURED} then 0 else -(${is}) end`,
          `now_${state}`,
        ),
      ),
      knex.raw(sumAsInteger(`(${was}) - (${is})`, `then_${state}`)),
    );
  }
  return first;
}
