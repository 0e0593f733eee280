import {
  RunType,
  VERDICT_STATES,
} from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
  optionalJson,
  optionalJsonOf,
} from '../database/columns';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { RunRecord } from './RunStore';

export interface RunRow {
  id: string;
  entity_id: number;
  environment: string;
  external_id: string | null;
  type: RunType;
  tool: string;
  tool_version: string | null;
  format: string;
  commit: string | null;
  branch: string | null;
  tracked: BooleanColumn;
  ci_url: string | null;
  change_labels: string | null;
  release: string | null;
  started_at: BigIntColumn;
  ended_at: BigIntColumn;
  duration_seconds: number | null;
  content_sha256: string;
  bytes: BigIntColumn;
  configuration: string | null;
  configuration_fingerprint: string;
  tool_verdicts: string;
  warnings: string;
  timeline: string | null;
  outcome: number | null;
  fail_count: number;
  warn_count: number;
  no_data_count: number;
  pass_count: number;
  not_applicable_count: number;
  not_judged: string;
  requests: number | null;
  p95: number | null;
  invalid_reason: string | null;
  invalid_at: BigIntColumn | null;
  invalid_by: string | null;
  created_at: BigIntColumn;
  created_by: string;
}

export function runToRow(run: RunRecord): RunRow {
  return {
    id: run.id,
    entity_id: run.entityId,
    environment: run.environment,
    external_id: run.externalId ?? null,
    type: run.type,
    tool: run.tool,
    tool_version: run.toolVersion ?? null,
    format: run.format,
    commit: run.commit ?? null,
    branch: run.branch ?? null,
    tracked: run.tracked,
    ci_url: run.ciUrl ?? null,
    change_labels:
      run.changeLabels.length === 0 ? null : JSON.stringify(run.changeLabels),
    release: run.release ?? null,
    started_at: run.startedAt.getTime(),
    ended_at: run.endedAt.getTime(),
    duration_seconds: run.durationSeconds ?? null,
    content_sha256: run.contentSha256,
    bytes: run.bytes,
    configuration: optionalJson(run.configuration),
    configuration_fingerprint: run.configurationFingerprint,
    tool_verdicts: JSON.stringify(run.toolVerdicts),
    warnings: JSON.stringify(run.warnings),
    timeline: optionalJson(run.timeline),
    outcome: run.outcome === undefined ? null : stateToColumn(run.outcome),
    fail_count: run.counts.fail,
    warn_count: run.counts.warn,
    no_data_count: run.counts['no-data'],
    pass_count: run.counts.pass,
    not_applicable_count: run.counts['not-applicable'],
    not_judged: JSON.stringify(run.notJudged),
    requests: run.requests ?? null,
    p95: run.p95 ?? null,
    invalid_reason: run.invalid?.reason ?? null,
    invalid_at: run.invalid?.at.getTime() ?? null,
    invalid_by: run.invalid?.by ?? null,
    created_at: run.createdAt.getTime(),
    created_by: run.createdBy,
  };
}

export function runFromRow(row: RunRow & { entity_ref: string }): RunRecord {
  return {
    id: row.id,
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    environment: row.environment,
    externalId: optional(row.external_id),
    type: row.type,
    tool: row.tool,
    toolVersion: optional(row.tool_version),
    format: row.format,
    commit: optional(row.commit),
    branch: optional(row.branch),
    tracked: Boolean(row.tracked),
    ciUrl: optional(row.ci_url),
    changeLabels: optionalJsonOf(row.change_labels) ?? [],
    release: optional(row.release),
    startedAt: dateOf(row.started_at),
    endedAt: dateOf(row.ended_at),
    durationSeconds: optional(row.duration_seconds),
    contentSha256: row.content_sha256,
    bytes: Number(row.bytes),
    configuration: optionalJsonOf(row.configuration),
    configurationFingerprint: row.configuration_fingerprint,
    toolVerdicts: jsonOf(row.tool_verdicts),
    warnings: jsonOf(row.warnings),
    timeline: optionalJsonOf(row.timeline),
    outcome: row.outcome === null ? undefined : stateFromColumn(row.outcome),
    counts: {
      fail: row.fail_count,
      warn: row.warn_count,
      'no-data': row.no_data_count,
      pass: row.pass_count,
      'not-applicable': row.not_applicable_count,
    },
    notJudged: jsonOf(row.not_judged),
    requests: optional(row.requests),
    p95: optional(row.p95),
    invalid:
      row.invalid_at === null
        ? undefined
        : {
            reason: row.invalid_reason ?? '',
            at: dateOf(row.invalid_at),
            by: row.invalid_by ?? '',
          },
    createdAt: dateOf(row.created_at),
    createdBy: row.created_by,
  };
}

/** No verdicts of any state. */
export function noCounts(): RunRecord['counts'] {
  return Object.fromEntries(
    VERDICT_STATES.map(state => [state, 0]),
  ) as RunRecord['counts'];
}
