import {
  RunSummaryFact,
  RunType,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { BigIntColumn, dateOf } from '../database/columns';
import { groupByEntity } from './groupByEntity';

/** How many runs of a type in an environment a check can look back on. */
const RUN_SUMMARIES_PER_GROUP = 20;

interface RunSummaryRow {
  entity_id: number;
  id: string;
  type: RunType;
  tool: string;
  environment: string;
  started_at: BigIntColumn;
  ended_at: BigIntColumn;
}

/**
 * The newest valid runs of tracked branches, of each type in each environment, newest first; by
 * entity.
 */
export async function selectRunSummaries(
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<Map<number, RunSummaryFact[]>> {
  const columns = [
    'entity_id',
    'id',
    'type',
    'tool',
    'environment',
    'started_at',
    'ended_at',
  ];
  // Relies on runs_type_idx, whose condition has to be spelled out to be recognised.
  const rows: RunSummaryRow[] = await tx
    .from(
      tx('runs')
        .where(isOneOf(tx, 'entity_id', entityIds))
        .whereRaw('tracked = true and invalid_at is null')
        .select(
          ...columns,
          tx.raw(
            `row_number() over (
               partition by entity_id, type, environment
               order by started_at desc, id desc
             ) as place`,
          ),
        )
        .as('ranked'),
    )
    .where('place', '<=', RUN_SUMMARIES_PER_GROUP)
    .orderBy(['entity_id', 'type', 'environment', 'place'])
    .select(columns);
  return groupByEntity(rows, row => ({
    runId: row.id,
    type: row.type,
    tool: row.tool,
    environment: row.environment,
    startedAt: dateOf(row.started_at).toISOString(),
    endedAt: dateOf(row.ended_at).toISOString(),
  }));
}
