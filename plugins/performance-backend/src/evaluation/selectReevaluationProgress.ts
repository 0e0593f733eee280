import { Knex } from 'knex';
import { BigIntColumn, dateOf } from '../database/columns';

/** How far evaluations in the background are, over all replicas. */
export interface ReevaluationProgress {
  running: boolean;
  /** Entities. */
  done: number;
  /** Entities. */
  total: number;
  /** When the oldest was asked for. */
  since?: Date;
}

/** A row of `reevaluations`. */
export interface ReevaluationRow {
  id: number;
  entity_ids: string | null;
  total: number;
  done: number;
  after_id: number;
  requested_at: BigIntColumn;
  attempts: number;
  holder: string | null;
  leased_until: BigIntColumn;
}

export async function selectReevaluationProgress(
  knex: Knex,
): Promise<ReevaluationProgress> {
  const rows = await knex<ReevaluationRow>('reevaluations')
    .orderBy('requested_at')
    .select('done', 'total', 'requested_at');
  let done = 0;
  let total = 0;
  for (const row of rows) {
    done += row.done;
    total += row.total;
  }
  return {
    running: rows.length > 0,
    done,
    total,
    since: rows.length > 0 ? dateOf(rows[0].requested_at) : undefined,
  };
}
