import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterEntities } from '../catalog/filterEntities';
import { stateToColumn } from '../database/stateColumn';
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

interface Comparison {
  since: Date;
  access: Access;
}

/**
 * What to add to the counts of now to compare verdicts that have a value now, and had one then, with
 * themselves: what they were before their first change since, in place of what they are; the others
 * count in neither. One row per entity that has changed, with `entity_id`, and `now_…` and `then_…`
 * for each state. Verdicts that have changed only once aren't in it: see {@link selectNewVerdicts}.
 *
 * Reads what has changed since, by verdict_history_at_idx, and of current verdicts only those. So that
 * SQLite, which has no statistics, does so too, a `+` keeps it from other indexes, and a cross join from
 * looking up changes by verdicts.
 */
export function selectFirstChanges(
  knex: Knex,
  query: RollupQuery,
  { since, access }: Comparison,
): Knex.QueryBuilder {
  const changes = knex('verdict_history as history')
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
  filterSubjects(knex, changes, query, { access, ruleId: 'history.rule_id' });

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

/**
 * Verdicts that came up since and have stayed as they came, which had no value then: `entity_id`, and
 * how many are in each state. Right after an installation these are all verdicts, so only those of some
 * entities are read, by subject. The cross join keeps SQLite to that order.
 *
 * @param entities - a query of the ids of entities to read.
 */
export function selectNewVerdicts(
  knex: Knex,
  query: RollupQuery,
  { since, access, entities }: Comparison & { entities: Knex.QueryBuilder },
): Knex.QueryBuilder {
  const added = knex('subjects')
    .crossJoin(knex.raw('verdicts'))
    .where('verdicts.subject_id', knex.ref('subjects.id'))
    .whereNotNull('verdicts.first_cause')
    .where('verdicts.since', '>=', since.getTime())
    .whereIn('subjects.entity_id', entities)
    .groupBy('subjects.entity_id')
    .select('subjects.entity_id');
  filterSubjects(knex, added, query, { access, ruleId: 'verdicts.rule_id' });
  for (const state of MEASURED) {
    const is = `case when verdicts.state = ${stateToColumn(
      state,
    )} then 1 else 0 end`;
    added.select(knex.raw(sumAsInteger(is, state)));
  }
  return added;
}

function filterSubjects(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: RollupQuery,
  { access, ruleId }: { access: Access; ruleId: string },
): void {
  filterEntities(knex, builder, 'subjects.entity_id', query);
  if (query.environment) {
    builder.whereIn('subjects.environment', query.environment);
  }
  if (query.area) {
    builder.whereRaw(`+${ruleId} in (?)`, [
      knex('rules').whereIn('area', query.area).select('id'),
    ]);
  }
  access.restrict(builder, {
    entityId: 'subjects.entity_id',
    environment: 'subjects.environment',
  });
}
