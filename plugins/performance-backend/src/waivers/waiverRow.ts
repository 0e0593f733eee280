import {
  ComparisonOperator,
  Unit,
  WaiverStatus,
} from '@perf-governance/plugin-performance-common';
import { labelsKey } from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { labelsHash } from '../database/labelsHash';
import { NewWaiver, Waiver, WaiverEvent } from './WaiverStore';

/** A row of `waivers`. */
export interface WaiverRow {
  id: number;
  entity_id: number;
  rule_key: string;
  environment: string;
  labels_key: string;
  labels: string;
  title: string;
  status: WaiverStatus;
  reason: string;
  compensating_control: string | null;
  cap_operator: string | null;
  cap_value: number | null;
  cap_unit: string | null;
  requested_by: string;
  requested_at: BigIntColumn;
  expires_at: BigIntColumn;
  decided_by: string | null;
  decided_at: BigIntColumn | null;
  decision_note: string | null;
  ended_by: string | null;
  ended_at: BigIntColumn | null;
  end_reason: string | null;
}

/** With the ref of its entity. */
export type WaiverRowOfEntity = WaiverRow & { entity_ref: string };

/** A row of `waiver_events`. */
export interface WaiverEventRow {
  waiver_id: number;
  status: WaiverStatus;
  at: BigIntColumn;
  by: string | null;
  note: string | null;
}

export function rowOfNewWaiver(waiver: NewWaiver): Omit<WaiverRow, 'id'> {
  const { cap, labels } = waiver;
  return {
    entity_id: waiver.entityId,
    rule_key: waiver.ruleId,
    environment: waiver.environment,
    labels_key: labelsHash(labels),
    labels: labelsKey(labels),
    title: waiver.title,
    status: 'requested',
    reason: waiver.reason,
    compensating_control: waiver.compensatingControl ?? null,
    cap_operator: cap?.operator ?? null,
    cap_value: cap?.value ?? null,
    cap_unit: cap?.unit ?? null,
    requested_by: waiver.requestedBy,
    requested_at: waiver.requestedAt.getTime(),
    expires_at: waiver.expiresAt.getTime(),
    decided_by: null,
    decided_at: null,
    decision_note: null,
    ended_by: null,
    ended_at: null,
    end_reason: null,
  };
}

export function capOfRow(
  row: Pick<WaiverRow, 'cap_operator' | 'cap_value' | 'cap_unit'>,
): Waiver['cap'] {
  return row.cap_value === null
    ? undefined
    : {
        operator: row.cap_operator as ComparisonOperator,
        value: row.cap_value,
        unit: row.cap_unit as Unit,
      };
}

export function waiverOfRow(row: WaiverRowOfEntity): Waiver {
  const decidedAt = optionalDateOf(row.decided_at);
  const endedAt = optionalDateOf(row.ended_at);
  return {
    id: String(row.id),
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    ruleId: row.rule_key,
    environment: row.environment,
    labels: jsonOf(row.labels),
    title: row.title,
    status: row.status,
    reason: row.reason,
    compensatingControl: optional(row.compensating_control),
    cap: capOfRow(row),
    requestedBy: row.requested_by,
    requestedAt: dateOf(row.requested_at),
    expiresAt: dateOf(row.expires_at),
    decision: decidedAt && {
      by: row.decided_by ?? '',
      at: decidedAt,
      note: optional(row.decision_note),
    },
    end: endedAt && {
      by: optional(row.ended_by),
      at: endedAt,
      reason: optional(row.end_reason),
    },
  };
}

export function eventOfRow(row: WaiverEventRow): WaiverEvent {
  return {
    status: row.status,
    at: dateOf(row.at),
    by: optional(row.by),
    note: optional(row.note),
  };
}

/** `undefined` where it can't be the id of a row. */
export function parseRowId(id: string): number | undefined {
  return /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}
