import {
  ReviewAnswer,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
  optionalJsonOf,
} from '../database/columns';
import {
  Review,
  ReviewTemplateSnapshot,
  RiskDecision,
  StoredAnswer,
  StoredStaleAnswer,
} from './Review';

/** A row of `reviews`. */
export interface ReviewRow {
  id: number;
  entity_id: number;
  planned_ref: string | null;
  subject_title: string | null;
  template_id: number;
  title: string;
  status: ReviewStatus;
  version: number;
  created_by: string;
  created_at: BigIntColumn;
  changed_by: string;
  changed_at: BigIntColumn;
  published_by: string | null;
  published_at: BigIntColumn | null;
  next_review_at: BigIntColumn | null;
}

/** With the ref and title of its entity. */
export type ReviewRowOfEntity = ReviewRow & {
  entity_ref: string;
  entity_title: string | null;
};

/** A row of `review_templates`. */
export interface ReviewTemplateRow {
  id: number;
  hash: string;
  definition_id: string;
  name: string;
  title: string;
  version: string;
  spec: string;
}

/** A row of `review_answers`. */
export interface ReviewAnswerRow {
  review_id: number;
  question: string;
  version: number;
  answer: string;
  answered_by: string;
  answered_at: BigIntColumn;
  confirmed_by: string | null;
  confirmed_at: BigIntColumn | null;
  confirmation_note: string | null;
  surroundings: string | null;
}

/** A row of `review_stale_answers`. */
export interface StaleAnswerRow {
  review_id: number;
  question: string;
  changes: string;
  since: BigIntColumn;
}

/** A row of `review_risk_decisions`. */
export interface RiskDecisionRow {
  review_id: number;
  question: string;
  risk_index: number;
  decision: RiskDecision['type'];
  finding_id: number | null;
  reason: string | null;
  decided_by: string;
  decided_at: BigIntColumn;
}

export function reviewOfRow(
  row: ReviewRowOfEntity,
  reviewers: string[],
): Review {
  const publishedAt = optionalDateOf(row.published_at);
  return {
    id: row.id,
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    subject: {
      entityRef: row.planned_ref ?? row.entity_ref,
      planned: row.planned_ref !== null,
      title: optional(
        row.planned_ref === null ? row.entity_title : row.subject_title,
      ),
    },
    templateId: row.template_id,
    title: row.title,
    status: row.status,
    version: row.version,
    reviewers,
    createdBy: row.created_by,
    createdAt: dateOf(row.created_at),
    changedBy: row.changed_by,
    changedAt: dateOf(row.changed_at),
    published: publishedAt && { by: row.published_by ?? '', at: publishedAt },
    nextReviewAt: optionalDateOf(row.next_review_at),
  };
}

export function templateOfRow(row: ReviewTemplateRow): ReviewTemplateSnapshot {
  return {
    definitionId: row.definition_id,
    name: row.name,
    title: row.title,
    spec: jsonOf(row.spec),
  };
}

export function answerOfRow(row: ReviewAnswerRow): StoredAnswer {
  const confirmedAt = optionalDateOf(row.confirmed_at);
  return {
    ...jsonOf<Omit<ReviewAnswer, 'question'>>(row.answer),
    question: row.question,
    version: row.version,
    by: row.answered_by,
    at: dateOf(row.answered_at),
    confirmed: confirmedAt && {
      by: row.confirmed_by ?? '',
      at: confirmedAt,
      note: optional(row.confirmation_note),
    },
    surroundings: optionalJsonOf(row.surroundings),
  };
}

export function staleOfRow(row: StaleAnswerRow): StoredStaleAnswer {
  return {
    question: row.question,
    changes: jsonOf(row.changes),
    since: dateOf(row.since),
  };
}

export function decisionOfRow(row: RiskDecisionRow): RiskDecision {
  return {
    question: row.question,
    index: row.risk_index,
    type: row.decision,
    findingId: row.finding_id === null ? undefined : String(row.finding_id),
    reason: optional(row.reason),
    by: row.decided_by,
    at: dateOf(row.decided_at),
  };
}
