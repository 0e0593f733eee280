import {
  addLatencyLimit,
  KnownBudgets,
  Labels,
  quantileKey,
  Statistic,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { stateToColumn } from '../database/stateColumn';
import { Explanation } from '../verdicts/explanation';
import { selectLatencyObjectives } from './selectLatencyObjectives';

/** The time of whole requests; other latencies are parts of it, or of something else. */
const LATENCY_METRIC = 'http.request.duration';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const IDS_PER_STATEMENT = 500;

interface LimitRow {
  entity_id: number;
  environment: string;
  rule_key: string;
  statistic: string;
  explanation_id: number;
  labels: string;
}

/**
 * What current verdicts tell of the budgets of all entities: how many there are, and the latency limits in force. Where
 * an environment has none, what SLOs promise there is.
 */
export async function selectKnownBudgets(
  knex: Knex,
): Promise<Map<number, KnownBudgets>> {
  const budgets = new Map<number, KnownBudgets>();
  const counts: { entity_id: number; count: number | string }[] =
    await applicable(knex)
      .whereIn('rules.kind', ['budget', 'slo'])
      .groupBy('verdicts.entity_id')
      .select('verdicts.entity_id')
      .countDistinct({ count: 'verdicts.rule_id' });
  for (const { entity_id, count } of counts) {
    budgets.set(entity_id, { budgets: Number(count), latencyLimits: [] });
  }

  const rows: LimitRow[] = await applicable(knex)
    .join('subjects', 'subjects.id', 'verdicts.subject_id')
    .where('rules.kind', 'budget')
    .where('rules.metric', LATENCY_METRIC)
    .groupBy(
      'verdicts.entity_id',
      'verdicts.environment',
      'rules.rule_key',
      'rules.statistic',
      'verdicts.explanation_id',
      knex.raw("case when subjects.labels_key = '' then 0 else 1 end"),
    )
    .select(
      'verdicts.entity_id',
      'verdicts.environment',
      'rules.rule_key',
      'rules.statistic',
      'verdicts.explanation_id',
    )
    .min({ labels: 'subjects.labels' });
  const limits = await selectFailLimits(knex, rows);
  for (const row of rows) {
    const milliseconds = limits.get(row.explanation_id);
    const quantile = quantileKey(row.statistic as Statistic);
    const known = budgets.get(row.entity_id);
    if (known && milliseconds !== undefined && quantile !== undefined) {
      const labels = jsonOf<Labels>(row.labels);
      addLatencyLimit(known.latencyLimits, {
        ruleId: row.rule_key,
        environment: row.environment,
        quantile: Number(quantile),
        milliseconds,
        ...(Object.keys(labels).length > 0 && { labels }),
      });
    }
  }
  await addObjectives(knex, budgets);
  return budgets;
}

async function addObjectives(
  knex: Knex,
  budgets: Map<number, KnownBudgets>,
): Promise<void> {
  const limited = new Set(
    [...budgets].flatMap(([entityId, { latencyLimits }]) =>
      latencyLimits.map(({ environment }) => `${entityId} ${environment}`),
    ),
  );
  for (const { entityId, limit } of await selectLatencyObjectives(knex)) {
    const known = budgets.get(entityId);
    if (
      known &&
      !limited.has(`${entityId} ${limit.environment}`) &&
      !limited.has(`${entityId} *`)
    ) {
      addLatencyLimit(known.latencyLimits, limit);
    }
  }
}

function applicable(knex: Knex): Knex.QueryBuilder {
  return knex('verdicts')
    .join('rules', 'rules.id', 'verdicts.rule_id')
    .whereNot('verdicts.state', stateToColumn('not-applicable'));
}

/** Upper limits, by the explanation that holds them: far fewer than there are verdicts. */
async function selectFailLimits(
  knex: Knex,
  rows: LimitRow[],
): Promise<Map<number, number>> {
  const limits = new Map<number, number>();
  const ids = new Set(rows.map(row => row.explanation_id));
  for (const part of chunked([...ids], IDS_PER_STATEMENT)) {
    const explanations: { id: number; body: string }[] = await knex(
      'explanations',
    )
      .whereIn('id', part)
      .select('id', 'body');
    for (const { id, body } of explanations) {
      const { fail } = jsonOf<Explanation>(body).limit;
      if (fail && fail.unit === 'ms' && fail.operator.startsWith('<')) {
        limits.set(id, fail.value);
      }
    }
  }
  return limits;
}
