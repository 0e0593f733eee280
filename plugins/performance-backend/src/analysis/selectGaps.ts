import {
  AnalysisRule,
  components,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';

type Schemas = components['schemas'];

const MAX_EXAMPLES = 10;
const MAX_PROBLEMS = 100;

/** What the last analysis couldn't say of entities that the caller may see. */
export async function selectGaps(
  knex: Knex,
  access: Access,
): Promise<
  Pick<Schemas['AnalysisSummary'], 'unknowns' | 'problems' | 'problemCount'>
> {
  const gaps: {
    id: number;
    rule: AnalysisRule;
    reason: string;
  }[] = await knex('analysis_gaps').orderBy('id');
  const unknowns: Schemas['AnalysisUnknown'][] = [];
  for (const { id, rule, reason } of gaps) {
    const lacking = () =>
      visible(knex, access, 'analysis_gap_entities').where(
        'lacking.gap_id',
        id,
      );
    const [{ count }] = await lacking().count({ count: '*' });
    if (Number(count) > 0) {
      const examples: { entity_ref: string; title: string | null }[] =
        await lacking()
          .orderBy('entities.entity_ref')
          .limit(MAX_EXAMPLES)
          .select('entities.entity_ref', 'entities.title');
      unknowns.push({
        rule,
        reason,
        entities: Number(count),
        examples: examples.map(({ entity_ref, title }) => ({
          entityRef: entity_ref,
          title: title ?? undefined,
        })),
      });
    }
  }

  const problems = () => visible(knex, access, 'analysis_problems');
  const [{ count }] = await problems().count({ count: '*' });
  const rows: {
    entity_ref: string;
    title: string | null;
    annotation: string;
    message: string;
  }[] = await problems()
    .orderBy(['entities.entity_ref', 'lacking.id'])
    .limit(MAX_PROBLEMS)
    .select(
      'entities.entity_ref',
      'entities.title',
      'lacking.annotation',
      'lacking.message',
    );
  return {
    unknowns,
    problemCount: Number(count),
    problems: rows.map(({ entity_ref, title, ...problem }) => ({
      ...problem,
      entityRef: entity_ref,
      title: title ?? undefined,
    })),
  };
}

function visible(
  knex: Knex,
  access: Access,
  table: 'analysis_gap_entities' | 'analysis_problems',
): Knex.QueryBuilder {
  const query = knex(`${table} as lacking`)
    .join('entities', 'entities.id', 'lacking.entity_id')
    .whereNull('entities.retired_at');
  access.restrict(query, { entityId: 'lacking.entity_id' });
  return query;
}
