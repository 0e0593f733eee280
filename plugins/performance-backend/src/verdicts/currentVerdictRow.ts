import { QuantileMethod } from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { RowTarget } from '../database/insertRows';
import { stageFromColumn, stageToColumn } from '../database/stageColumn';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { ChangeCause, CurrentVerdictRecord } from './VerdictStore';

/** A row of `verdicts`. */
export interface CurrentVerdictRow {
  rule_id: number;
  subject_id: number;
  entity_id: number;
  environment: string;
  state: number;
  value: number | null;
  samples: number | null;
  quantile_method: string | null;
  explanation_id: number;
  run_id: string | null;
  since: BigIntColumn;
  first_cause: ChangeCause | null;
  confirmed: BooleanColumn;
  streak: number;
  lapses_at: BigIntColumn | null;
  changes_at: BigIntColumn | null;
  stage: number;
  next_stage: number | null;
  next_stage_at: BigIntColumn | null;
  waiver_id: string | null;
  waived: BooleanColumn;
}

export const CURRENT_VERDICTS: RowTarget<CurrentVerdictRecord> = {
  table: 'verdicts',
  key: ['subject_id', 'rule_id'],
  columns: [
    ['rule_id', 'integer', record => record.ruleId],
    ['subject_id', 'integer', record => record.subjectId],
    ['entity_id', 'integer', record => record.entityId],
    ['environment', 'text', record => record.environment],
    ['state', 'smallint', record => stateToColumn(record.state)],
    ['value', 'double precision', record => record.value ?? null],
    ['samples', 'double precision', record => record.samples ?? null],
    ['quantile_method', 'text', record => record.quantileMethod ?? null],
    ['explanation_id', 'integer', record => record.explanationId],
    ['run_id', 'text', record => record.runId ?? null],
    ['since', 'bigint', record => record.since.getTime()],
    ['first_cause', 'text', record => record.firstCause ?? null],
    ['confirmed', 'boolean', record => record.confirmed],
    ['streak', 'smallint', record => record.streak],
    ['lapses_at', 'bigint', record => timeOf(record.lapsesAt)],
    ['changes_at', 'bigint', record => timeOf(record.changesAt)],
    ['stage', 'smallint', record => stageToColumn(record.stage)],
    [
      'next_stage',
      'smallint',
      ({ nextStage }) => (nextStage ? stageToColumn(nextStage) : null),
    ],
    ['next_stage_at', 'bigint', record => timeOf(record.nextStageAt)],
    ['waiver_id', 'text', record => record.waiverId ?? null],
    ['waived', 'boolean', record => record.waived],
  ],
};

function timeOf(date: Date | undefined): number | null {
  return date ? date.getTime() : null;
}

export function currentVerdictOfRow(
  row: CurrentVerdictRow,
  essence: string,
): CurrentVerdictRecord {
  return {
    ruleId: row.rule_id,
    subjectId: row.subject_id,
    entityId: row.entity_id,
    environment: row.environment,
    state: stateFromColumn(row.state),
    value: optional(row.value),
    samples: optional(row.samples),
    quantileMethod: optional(row.quantile_method) as QuantileMethod | undefined,
    explanationId: row.explanation_id,
    essence,
    runId: optional(row.run_id),
    since: dateOf(row.since),
    firstCause: optional(row.first_cause),
    confirmed: Boolean(row.confirmed),
    streak: row.streak,
    lapsesAt: optionalDateOf(row.lapses_at),
    changesAt: optionalDateOf(row.changes_at),
    stage: stageFromColumn(row.stage),
    nextStage:
      row.next_stage === null ? undefined : stageFromColumn(row.next_stage),
    nextStageAt: optionalDateOf(row.next_stage_at),
    waiverId: optional(row.waiver_id),
    waived: Boolean(row.waived),
  };
}
