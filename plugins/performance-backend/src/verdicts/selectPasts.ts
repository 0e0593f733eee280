import { Knex } from 'knex';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { stateFromColumn } from '../database/stateColumn';
import { ChangeCause, VerdictKey, VerdictPast } from './VerdictStore';

interface JudgementRow {
  rule_id: number;
  subject_id: number;
  run_id: string;
  started_at: BigIntColumn;
  state: number;
  value: number | null;
  explanation_id: number;
  lapses_at: BigIntColumn | null;
}

interface ChangeRow {
  id: number | string;
  rule_id: number;
  subject_id: number;
  at: BigIntColumn;
  cause: ChangeCause;
  state: number;
  previous_state: number | null;
  value: number | null;
  run_id: string | null;
  confirmed: BooleanColumn;
  explanation_id: number;
}

/** The past of every verdict that a run holds measurements for, whether or not the run is valid. */
export async function selectPasts(
  runId: string,
  tx: Knex.Transaction,
): Promise<VerdictPast[]> {
  const pasts = new Map<string, VerdictPast>();
  const pastOf = (row: { rule_id: number; subject_id: number }) => {
    const key = `${row.rule_id}.${row.subject_id}`;
    let past = pasts.get(key);
    if (!past) {
      past = { ...keyOf(row), judgements: [], changes: [] };
      pasts.set(key, past);
    }
    return past;
  };

  const measured = await tx('run_verdicts')
    .where({ run_id: runId, measured: true })
    .select('rule_id', 'subject_id');
  for (const row of measured) {
    pastOf(row);
  }

  // Relies on run_verdicts_sequence_idx.
  const judgements: JudgementRow[] = await tx('run_verdicts as of_run')
    .join('run_verdicts', join =>
      join
        .on('run_verdicts.rule_id', 'of_run.rule_id')
        .andOn('run_verdicts.subject_id', 'of_run.subject_id'),
    )
    .join('runs', 'runs.id', 'run_verdicts.run_id')
    .where({
      'of_run.run_id': runId,
      'of_run.measured': true,
      'run_verdicts.measured': true,
      'runs.tracked': true,
    })
    .whereNull('runs.invalid_at')
    .orderBy(['run_verdicts.started_at', 'run_verdicts.run_id'])
    .select('run_verdicts.*');
  for (const row of judgements) {
    pastOf(row).judgements.push({
      runId: row.run_id,
      startedAt: dateOf(row.started_at),
      state: stateFromColumn(row.state),
      value: optional(row.value),
      explanationId: row.explanation_id,
      lapsesAt: optionalDateOf(row.lapses_at),
    });
  }

  // Relies on verdict_history_sequence_idx.
  const changes: ChangeRow[] = await tx('run_verdicts as of_run')
    .join('verdict_history', join =>
      join
        .on('verdict_history.rule_id', 'of_run.rule_id')
        .andOn('verdict_history.subject_id', 'of_run.subject_id'),
    )
    .where({ 'of_run.run_id': runId, 'of_run.measured': true })
    .orderBy(['verdict_history.at', 'verdict_history.id'])
    .select('verdict_history.*');
  for (const row of changes) {
    pastOf(row).changes.push({
      id: Number(row.id),
      at: dateOf(row.at),
      cause: row.cause,
      state: stateFromColumn(row.state),
      previousState:
        row.previous_state === null
          ? undefined
          : stateFromColumn(row.previous_state),
      value: optional(row.value),
      runId: optional(row.run_id),
      confirmed: Boolean(row.confirmed),
      explanationId: row.explanation_id,
    });
  }
  return [...pasts.values()];
}

function keyOf(row: { rule_id: number; subject_id: number }): VerdictKey {
  return { ruleId: row.rule_id, subjectId: row.subject_id };
}
