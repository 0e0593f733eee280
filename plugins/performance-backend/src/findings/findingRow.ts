import {
  FindingCategory,
  FindingEffort,
  FindingLink,
  FindingStatus,
  RISK_GRADES,
  RISK_LEVELS,
  RiskGrade,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { Finding, FindingEvent, FindingEventType } from './Finding';

/** A row of `findings`. */
export interface FindingRow {
  id: number;
  entity_id: number;
  title: string;
  description: string;
  recommendation: string;
  category: FindingCategory;
  severity: number;
  likelihood: number;
  risk: number;
  effort: number | null;
  owner_ref: string | null;
  due_date: string | null;
  status: FindingStatus;
  status_at: BigIntColumn;
  resolved_by: string | null;
  duplicate_of: number | null;
  accepted_until: BigIntColumn | null;
  closure_proposed_at: BigIntColumn | null;
  version: number;
  created_by: string;
  created_at: BigIntColumn;
  changed_by: string;
  changed_at: BigIntColumn;
  review_id: number | null;
  review_question: string | null;
  review_risk: number | null;
  proposal_id: number | null;
  external_id: string | null;
}

/** With the ref of its entity, and how many comments there are. */
export type FindingRowOfEntity = FindingRow & {
  entity_ref: string;
  comments: BigIntColumn;
};

export interface FindingEventRow {
  finding_id: number;
  type: FindingEventType;
  by: string;
  at: BigIntColumn;
  note: string | null;
  changes: string;
}

/** The plan divides by these. */
const EFFORTS: Record<FindingEffort, number> = {
  small: 1,
  medium: 2,
  large: 4,
};

export function gradeColumn(grade: RiskGrade): number {
  return RISK_GRADES.indexOf(grade) + 1;
}

export function gradeOf(column: number): RiskGrade {
  return RISK_GRADES[column - 1];
}

export function riskColumn(risk: RiskLevel): number {
  return RISK_LEVELS.indexOf(risk);
}

export function riskOfColumn(column: number): RiskLevel {
  return RISK_LEVELS[column];
}

export function effortColumn(effort: FindingEffort): number {
  return EFFORTS[effort];
}

export function effortOf(column: number): FindingEffort {
  switch (column) {
    case EFFORTS.small:
      return 'small';
    case EFFORTS.medium:
      return 'medium';
    default:
      return 'large';
  }
}

export function findingOfRow(
  row: FindingRowOfEntity,
  parts: { entityIds: number[]; links: FindingLink[] },
): Finding {
  return {
    id: row.id,
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    ...parts,
    title: row.title,
    description: row.description,
    recommendation: row.recommendation,
    category: row.category,
    severity: gradeOf(row.severity),
    likelihood: gradeOf(row.likelihood),
    risk: riskOfColumn(row.risk),
    effort: row.effort === null ? undefined : effortOf(row.effort),
    owner: optional(row.owner_ref),
    dueDate: optional(row.due_date),
    status: row.status,
    statusAt: dateOf(row.status_at),
    resolvedBy: optional(row.resolved_by),
    duplicateOf: optional(row.duplicate_of),
    acceptedUntil: optionalDateOf(row.accepted_until),
    closureProposedAt: optionalDateOf(row.closure_proposed_at),
    version: row.version,
    createdBy: row.created_by,
    createdAt: dateOf(row.created_at),
    changedBy: row.changed_by,
    changedAt: dateOf(row.changed_at),
    origin: {
      review:
        row.review_id === null
          ? undefined
          : {
              id: row.review_id,
              question: row.review_question ?? '',
              risk: row.review_risk ?? 0,
            },
      proposalId: optional(row.proposal_id),
      externalId: optional(row.external_id),
    },
    comments: Number(row.comments),
  };
}

export function eventOfRow(row: FindingEventRow): FindingEvent {
  return {
    type: row.type,
    by: row.by,
    at: dateOf(row.at),
    note: optional(row.note),
    changes: jsonOf(row.changes),
  };
}
