import { SloStatus } from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  BooleanColumn,
  jsonOf,
  optional,
} from '../database/columns';
import { stateFromColumn } from '../database/stateColumn';
import { Series, SeriesState, Slo } from './Slo';

const SEVERITIES = ['page', 'ticket', undefined] as const;

/** A row of `slos`. */
export interface SloRow {
  id: number;
  entity_id: number;
  definition_id: string;
  definition_name: string;
  objective: string;
  environment: string;
  rule_key: string;
  title: string;
  composite: BooleanColumn;
  target: number;
  sources: string;
  retired_at: BigIntColumn | null;
  evaluated_at: BigIntColumn | null;
  measured_at: BigIntColumn | null;
  state: number;
  severity: number;
  burn_rate: number | null;
  burn_window: string | null;
  remaining_share: number | null;
  attainment: number | null;
  /** Of `slo_statuses`. */
  status?: string | null;
  fact_key: string | null;
}

/** A row of `slo_series`. */
export interface SeriesRow {
  id: number;
  slo_id: number;
  objective: string;
  fingerprint: string;
  source: string;
  indicator: string;
  counting: string;
  step_seconds: number;
  block_seconds: number;
  window_seconds: number;
  filled_from: BigIntColumn | null;
  filled_until: BigIntColumn | null;
  state: SeriesState;
  state_since: BigIntColumn | null;
  message: string | null;
  retired_at: BigIntColumn | null;
  due_at: BigIntColumn;
  holder: string | null;
  leased_until: BigIntColumn;
}

export function sloOfRow(row: SloRow): Slo {
  return {
    id: row.id,
    entityId: row.entity_id,
    definitionId: row.definition_id,
    definitionName: row.definition_name,
    objective: row.objective === '' ? undefined : row.objective,
    environment: row.environment,
    ruleId: row.rule_key,
    title: row.title,
    composite: Boolean(row.composite),
    target: row.target,
    sources: jsonOf(row.sources),
    state: stateFromColumn(row.state),
    severity: severityFromColumn(row.severity),
    burnRate: optional(row.burn_rate),
    burnWindow: optional(row.burn_window),
    remainingShare: optional(row.remaining_share),
    attainment: optional(row.attainment),
    measuredAt: optionalNumber(row.measured_at),
    evaluatedAt: optionalNumber(row.evaluated_at),
    status: row.status ? jsonOf<SloStatus>(row.status) : undefined,
  };
}

export function seriesOfRow(row: SeriesRow): Series {
  const from = optionalNumber(row.filled_from);
  const until = optionalNumber(row.filled_until);
  return {
    id: row.id,
    sloId: row.slo_id,
    objective: row.objective,
    fingerprint: row.fingerprint,
    source: row.source,
    indicator: jsonOf(row.indicator),
    counting: jsonOf(row.counting),
    stepSeconds: row.step_seconds,
    blockSeconds: row.block_seconds,
    windowSeconds: row.window_seconds,
    filled:
      from === undefined || until === undefined ? undefined : { from, until },
    state: row.state,
    stateSince: optionalNumber(row.state_since),
    message: optional(row.message),
  };
}

/** Severities are stored so that ascending order is worst first. */
export function severityToColumn(severity: Slo['severity']): number {
  return SEVERITIES.indexOf(severity);
}

export function severityFromColumn(column: number): Slo['severity'] {
  return SEVERITIES[column];
}

function optionalNumber(value: BigIntColumn | null): number | undefined {
  return value === null ? undefined : Number(value);
}
