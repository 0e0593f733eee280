import { components } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { jsonOf } from '../database/columns';
import { stageToColumn } from '../database/stageColumn';
import { stateToColumn } from '../database/stateColumn';
import { Explanation } from '../verdicts/explanation';
import { verdictIdOf } from '../verdicts/verdictApi';
import { stateFromColumn } from '../database/stateColumn';

type EntityEnforcement = components['schemas']['EntityEnforcement'];

const MAX_NEXT = 20;

/**
 * What closes an entity's gate now and what will, as far as the caller may see it. Relies on
 * verdicts_entity_idx.
 */
export async function selectEntityEnforcement(
  knex: Knex,
  entityId: number,
  access: Access,
): Promise<Pick<EntityEnforcement, 'blocking' | 'waived' | 'next'>> {
  const verdicts = () => {
    const query = knex('verdicts').where('verdicts.entity_id', entityId);
    access.restrict(query, {
      entityId: 'verdicts.entity_id',
      environment: 'verdicts.environment',
    });
    return query;
  };
  const [counts] = await verdicts().select<
    { blocking: number | string | null; waived: number | string | null }[]
  >(
    knex.raw(
      'sum(case when state = ? and stage = ? and not waived then 1 else 0 end) as blocking',
      [stateToColumn('fail'), stageToColumn('block')],
    ),
    knex.raw('sum(case when waived then 1 else 0 end) as waived'),
  );
  const rows: {
    rule_id: number;
    subject_id: number;
    state: number;
    body: string;
  }[] = await verdicts()
    .join('explanations', 'explanations.id', 'verdicts.explanation_id')
    .whereIn('verdicts.state', [
      stateToColumn('fail'),
      stateToColumn('no-data'),
    ])
    .where('verdicts.waived', false)
    .whereNotNull('verdicts.next_stage_at')
    .orderBy([
      'verdicts.next_stage_at',
      'verdicts.state',
      'verdicts.rule_id',
      'verdicts.subject_id',
    ])
    .limit(MAX_NEXT)
    .select(
      'verdicts.rule_id',
      'verdicts.subject_id',
      'verdicts.state',
      'explanations.body',
    );
  return {
    blocking: Number(counts.blocking ?? 0),
    waived: Number(counts.waived ?? 0),
    next: rows.flatMap(row => {
      const { title, enforcement } = jsonOf<Explanation>(row.body);
      return enforcement.next
        ? [
            {
              verdictId: verdictIdOf({
                ruleId: row.rule_id,
                subjectId: row.subject_id,
              }),
              title,
              state: stateFromColumn(row.state),
              ...enforcement.next,
            },
          ]
        : [];
    }),
  };
}
