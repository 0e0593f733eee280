import { STAGES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { BigIntColumn, dateOf } from '../database/columns';
import { stageToColumn } from '../database/stageColumn';
import { stateToColumn } from '../database/stateColumn';
import { NextBlock } from './EntityListReader';

const BLOCK = stageToColumn(STAGES[STAGES.length - 1]);

/** When a failure is enforced at `block`; 0 where it is already. */
const ENFORCED_AT = `case when verdicts.stage = ${BLOCK} then 0
  when verdicts.next_stage = ${BLOCK} then verdicts.next_stage_at end`;
const WAIVED_UNTIL = `case when verdicts.waived then waivers.expires_at else 0 end`;

/**
 * Failures that close the gate, now or later: `blocks_at` is 0 or epoch milliseconds, null where
 * nothing says that they ever do.
 */
function selectFailures(knex: Knex, access: Access): Knex.QueryBuilder {
  const failures = knex('verdicts')
    .leftJoin('waivers', join =>
      join.on(
        'waivers.id',
        knex.raw('cast(verdicts.waiver_id as integer)') as Knex.Raw<string>,
      ),
    )
    .where('verdicts.state', stateToColumn('fail'))
    .select(
      'verdicts.entity_id',
      'verdicts.rule_id',
      'verdicts.subject_id',
      'verdicts.explanation_id',
      knex.raw(
        `case when ${ENFORCED_AT} > ${WAIVED_UNTIL} then ${ENFORCED_AT} else ${WAIVED_UNTIL} end as blocks_at`,
      ),
      knex.raw(
        `case when ${ENFORCED_AT} > ${WAIVED_UNTIL} then 'policy' else 'waiver' end as cause`,
      ),
    )
    .whereRaw(`${ENFORCED_AT} is not null`);
  access.restrict(failures, {
    entityId: 'verdicts.entity_id',
    environment: 'verdicts.environment',
  });
  return failures;
}

/** When the next failure of each entity closes its gate, to sort by: `entity_id`, `blocks_at`. */
export function selectNextBlocks(
  knex: Knex,
  access: Access,
): Knex.QueryBuilder {
  return knex
    .from(selectFailures(knex, access).as('failures'))
    .where('blocks_at', '>', 0)
    .groupBy('entity_id')
    .select('entity_id')
    .min({ blocks_at: 'blocks_at' });
}

/** What closes the gates of some entities now and next, by entity id. */
export async function selectBlocks(
  knex: Knex,
  entityIds: number[],
  access: Access,
): Promise<Map<number, { blocking: number; nextBlock?: NextBlock }>> {
  const rows: {
    entity_id: number;
    rule_id: number;
    subject_id: number;
    blocks_at: BigIntColumn | null;
    cause: NextBlock['cause'];
    title: string;
  }[] = await knex
    .from(
      selectFailures(knex, access)
        .whereIn('verdicts.entity_id', entityIds)
        .as('failures'),
    )
    .join('explanations', 'explanations.id', 'failures.explanation_id')
    .whereNotNull('failures.blocks_at')
    .orderBy(['failures.blocks_at', 'failures.rule_id', 'failures.subject_id'])
    .select('failures.*', 'explanations.title');
  const blocks = new Map<number, { blocking: number; nextBlock?: NextBlock }>();
  for (const row of rows) {
    const ofEntity = blocks.get(row.entity_id) ?? { blocking: 0 };
    blocks.set(row.entity_id, ofEntity);
    if (Number(row.blocks_at) === 0) {
      ofEntity.blocking += 1;
    } else if (row.blocks_at !== null && !ofEntity.nextBlock) {
      ofEntity.nextBlock = {
        at: dateOf(row.blocks_at),
        title: row.title,
        verdict: { ruleId: row.rule_id, subjectId: row.subject_id },
        cause: row.cause,
      };
    }
  }
  return blocks;
}
