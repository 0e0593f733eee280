import { components, STAGES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { stageFromColumn } from '../database/stageColumn';
import { stateFromColumn } from '../database/stateColumn';
import { noCounts } from '../runs/runRow';
import {
  ExplainedGroup,
  groupByEssence,
  PolicyExplanations,
} from './PolicyExplanations';

type PolicyCounts = components['schemas']['PolicyCounts'];

interface CountRow extends ExplainedGroup {
  stage: number;
  state: number;
  verdicts: number | string;
  waived: number | string;
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
  const verdicts = knex('verdicts')
    .groupBy('explanation_id', 'stage', 'state')
    .select(
      'explanation_id',
      'stage',
      'state',
      knex.raw('count(*) as verdicts'),
      knex.raw('sum(case when waived then 1 else 0 end) as waived'),
    );
  access.restrict(verdicts, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  const rows: CountRow[] = await groupByEssence(knex, verdicts, {
    by: ['stage', 'state'],
    sums: ['verdicts', 'waived'],
  });
  const explanationOf = await explanations.of(rows);

  const byPolicy = new Map<string, Map<number, PolicyCounts>>();
  for (const row of rows) {
    for (const definitionId of explanationOf(row).policies) {
      const byStage = byPolicy.get(definitionId) ?? new Map();
      byPolicy.set(definitionId, byStage);
      const counts: PolicyCounts = byStage.get(row.stage) ?? {
        stage: stageFromColumn(row.stage),
        states: noCounts(),
        waived: 0,
      };
      byStage.set(row.stage, counts);
      counts.states[stateFromColumn(row.state)] += Number(row.verdicts);
      counts.waived += Number(row.waived);
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
