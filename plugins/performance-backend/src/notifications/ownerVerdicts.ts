import {
  Stage,
  Verdict,
  VERDICT_STATES,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { jsonOf } from '../database/columns';
import { stageToColumn } from '../database/stageColumn';
import { stateFromColumn } from '../database/stateColumn';
import { Explanation } from '../verdicts/explanation';

/** How many verdicts of an owner's entities there are of one rule in one state. */
export interface RuleCount {
  ruleId: number;
  kind: Verdict['kind'];
  state: VerdictState;
  count: number;
  /** Of the rule, as one of the verdicts calls it. */
  title: string;
}

/** Current verdicts of an owner's entities. */
export function verdictsOfOwner(owner: string, knex: Knex): Knex.QueryBuilder {
  return knex('verdicts')
    .join('entities', 'entities.id', 'verdicts.entity_id')
    .where('entities.owner_ref', owner)
    .whereNull('entities.retired_at');
}

/**
 * Counts an owner's verdicts of some rules.
 *
 * @param stages - `from`: only at this stage or a stronger one; `only`: at this one.
 */
export async function countByRule(
  owner: string,
  ruleIds: number[],
  stages: { from: Stage } | { only: Stage },
  knex: Knex,
): Promise<RuleCount[]> {
  const query = verdictsOfOwner(owner, knex)
    .join('rules', 'rules.id', 'verdicts.rule_id')
    .whereIn('verdicts.rule_id', ruleIds)
    .groupBy('verdicts.rule_id', 'rules.kind', 'verdicts.state')
    .orderBy(['verdicts.rule_id', 'verdicts.state'])
    .select('verdicts.rule_id', 'rules.kind', 'verdicts.state')
    .count({ count: '*' })
    .min({ explanation_id: 'verdicts.explanation_id' });
  if ('from' in stages) {
    query.where('verdicts.stage', '>=', stageToColumn(stages.from));
  } else {
    query.where('verdicts.stage', stageToColumn(stages.only));
  }
  const rows: {
    rule_id: number;
    kind: RuleCount['kind'];
    state: number;
    count: number | string;
    explanation_id: number;
  }[] = await query;
  const titles = await titlesOf(
    rows.map(row => row.explanation_id),
    knex,
  );
  return rows.map(row => ({
    ruleId: row.rule_id,
    kind: row.kind,
    state: stateFromColumn(row.state),
    count: Number(row.count),
    title: titles.get(row.explanation_id) ?? '',
  }));
}

export function sumOf(
  counts: Pick<RuleCount, 'state' | 'count'>[],
  states: readonly VerdictState[] = VERDICT_STATES,
): number {
  return counts
    .filter(({ state }) => states.includes(state))
    .reduce((sum, { count }) => sum + count, 0);
}

async function titlesOf(
  explanationIds: number[],
  knex: Knex,
): Promise<Map<number, string>> {
  const rows = await knex('explanations')
    .whereIn('id', explanationIds)
    .select('id', 'body');
  return new Map(
    rows.map(({ id, body }) => [id, jsonOf<Explanation>(body).title]),
  );
}
