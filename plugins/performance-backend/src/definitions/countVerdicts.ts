import { Definition } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { jsonOf } from '../database/columns';
import { stateFromColumn } from '../database/stateColumn';
import { noCounts } from '../runs/runRow';
import { StateCounts } from '../runs/RunStore';
import { Explanation } from '../verdicts/explanation';

interface CountRow {
  explanation_id: number;
  state: number;
  count: number | string;
}

/** The layers of one name are told apart by which of them set the limit. */
function isExplainedBy(
  { definitionName, limit, story }: Explanation,
  { id, metadata }: Definition,
): boolean {
  const setBy =
    limit.fail ?? limit.warn ?? limit.minSamples ?? limit.maxAgeSeconds;
  return (
    definitionName === metadata.name &&
    (story.length === 0 || setBy?.definitionId === id)
  );
}

/**
 * Counts the current verdicts whose limit each definition sets, as far as the caller may see them.
 *
 * @returns by definition id.
 */
export async function countVerdicts(
  knex: Knex,
  access: Access,
  definitions: Definition[],
): Promise<Map<string, StateCounts>> {
  const query: Knex.QueryBuilder<CountRow, CountRow[]> = knex('verdicts')
    .join('explanations', 'explanations.id', 'verdicts.explanation_id')
    .whereIn(
      'explanations.definition_name',
      definitions.map(({ metadata }) => metadata.name),
    )
    .groupBy('verdicts.explanation_id', 'verdicts.state')
    .select('verdicts.explanation_id', 'verdicts.state')
    .count({ count: '*' });
  access.restrict(query, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  const rows: CountRow[] = await query;
  const bodies: { id: number; body: string }[] = await knex('explanations')
    .whereIn('id', [...new Set(rows.map(row => row.explanation_id))])
    .select('id', 'body');
  const explanations = new Map(
    bodies.map(({ id, body }) => [id, jsonOf<Explanation>(body)]),
  );

  const counts = new Map<string, StateCounts>();
  for (const definition of definitions) {
    const ofDefinition = noCounts();
    for (const row of rows) {
      const explanation = explanations.get(row.explanation_id);
      if (explanation && isExplainedBy(explanation, definition)) {
        ofDefinition[stateFromColumn(row.state)] += Number(row.count);
      }
    }
    if (definition.kind === 'Budget') {
      counts.set(definition.id, ofDefinition);
    }
  }
  return counts;
}
