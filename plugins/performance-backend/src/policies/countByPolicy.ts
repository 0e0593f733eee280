import { components, STAGES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { stageFromColumn } from '../database/stageColumn';
import { stateFromColumn } from '../database/stateColumn';
import { noCounts } from '../runs/runRow';
import { PolicyExplanations } from './PolicyExplanations';

type PolicyCounts = components['schemas']['PolicyCounts'];

interface CountRow {
  explanation_id: number;
  stage: number;
  state: number;
  waived_count: number | string;
  verdict_count: number | string;
}

/**
 * Counts the current verdicts that each policy is about, by stage in force and state, as far as the
 * caller may see them.
 *
 * @returns by definition id, the strongest stage first.
 */
export async function countByPolicy(
  knex: Knex,
  explanations: PolicyExplanations,
  access: Access,
): Promise<Map<string, PolicyCounts[]>> {
  const query = knex('verdicts')
    .groupBy('explanation_id', 'stage', 'state')
    .select<CountRow[]>(
      'explanation_id',
      'stage',
      'state',
      knex.raw('sum(case when waived then 1 else 0 end) as waived_count'),
      knex.raw('count(*) as verdict_count'),
    );
  access.restrict(query, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  const rows: CountRow[] = await query;
  const policies = await explanations.policiesOf(
    rows.map(row => row.explanation_id),
  );

  const byPolicy = new Map<string, Map<number, PolicyCounts>>();
  for (const row of rows) {
    for (const definitionId of policies.get(row.explanation_id) ?? []) {
      const byStage = byPolicy.get(definitionId) ?? new Map();
      byPolicy.set(definitionId, byStage);
      const counts: PolicyCounts = byStage.get(row.stage) ?? {
        stage: stageFromColumn(row.stage),
        states: noCounts(),
        waived: 0,
      };
      byStage.set(row.stage, counts);
      counts.states[stateFromColumn(row.state)] += Number(row.verdict_count);
      counts.waived += Number(row.waived_count);
    }
  }
  return new Map(
    [...byPolicy].map(([definitionId, byStage]) => [
      definitionId,
      [...byStage.values()].sort(
        (a, b) => STAGES.indexOf(b.stage) - STAGES.indexOf(a.stage),
      ),
    ]),
  );
}
