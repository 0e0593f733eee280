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
import { CurrentVerdictRecord } from './VerdictStore';

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

export const CURRENT_VERDICTS = {
  table: 'verdicts',
  key: ['rule_id', 'subject_id'],
  columns: [
    ['rule_id', 'integer'],
    ['subject_id', 'integer'],
    ['entity_id', 'integer'],
    ['environment', 'text'],
    ['state', 'smallint'],
    ['value', 'double precision'],
    ['samples', 'double precision'],
    ['quantile_method', 'text'],
    ['explanation_id', 'integer'],
    ['run_id', 'text'],
    ['since', 'bigint'],
    ['confirmed', 'boolean'],
    ['streak', 'smallint'],
    ['lapses_at', 'bigint'],
    ['changes_at', 'bigint'],
    ['stage', 'smallint'],
    ['next_stage', 'smallint'],
    ['next_stage_at', 'bigint'],
    ['waiver_id', 'text'],
    ['waived', 'boolean'],
  ],
} as const satisfies RowTarget;

/** The values of a row, in the order of the columns. */
export function currentVerdictValues(record: CurrentVerdictRecord) {
  return [
    record.ruleId,
    record.subjectId,
    record.entityId,
    record.environment,
    stateToColumn(record.state),
    record.value ?? null,
    record.samples ?? null,
    record.quantileMethod ?? null,
    record.explanationId,
    record.runId ?? null,
    record.since.getTime(),
    record.confirmed,
    record.streak,
    record.lapsesAt?.getTime() ?? null,
    record.changesAt?.getTime() ?? null,
    stageToColumn(record.stage),
    record.nextStage ? stageToColumn(record.nextStage) : null,
    record.nextStageAt?.getTime() ?? null,
    record.waiverId ?? null,
    record.waived,
  ];
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
