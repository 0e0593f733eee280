import {
  FindingCategory,
  FindingEffort,
  FindingLink,
  FindingStatus,
  RiskGrade,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';

/** A finding, apart from its history and comments. */
export interface Finding {
  id: number;
  /** Of the entity that it belongs to. */
  entityId: number;
  entityRef: string;
  /** Ids of all entities that it affects, the one it belongs to first. */
  entityIds: number[];
  title: string;
  /** Markdown. */
  description: string;
  /** Markdown. */
  recommendation: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  risk: RiskLevel;
  effort?: FindingEffort;
  /** Full, lower-cased ref of who sees to it. */
  owner?: string;
  /** ISO 8601 date. */
  dueDate?: string;
  links: FindingLink[];
  status: FindingStatus;
  statusAt: Date;
  /** While it is resolved or verified. */
  resolvedBy?: string;
  duplicateOf?: number;
  /** While its risk is accepted. */
  acceptedUntil?: Date;
  closureProposedAt?: Date;
  version: number;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
  origin: FindingOrigin;
  comments: number;
}

/** What a finding came of. */
export interface FindingOrigin {
  /** A risk that a review's answer raised. */
  review?: { id: number; question: string; risk: number };
  /** A proposal of the analysis. */
  proposalId?: number;
  /** What another system calls it. */
  externalId?: string;
}

/** What people say of a finding. */
export interface FindingContent {
  title: string;
  description: string;
  recommendation: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  effort?: FindingEffort;
  owner?: string;
  dueDate?: string;
  links: FindingLink[];
}

export type FindingEventType =
  | 'created'
  | 'changed'
  | 'status'
  | 'bound'
  | 'unbound'
  | 'closure-proposed'
  | 'closure-declined'
  | 'closure-withdrawn'
  | 'reopened'
  | 'commented'
  | 'issue'
  | 'review-deleted';

/** One entry of a finding's history. */
export interface FindingEvent {
  type: FindingEventType;
  /** Ref of a user or service; empty for what happened by itself. */
  by: string;
  at: Date;
  note?: string;
  changes: { field: string; from?: string; to?: string }[];
}

export interface FindingComment {
  id: number;
  findingId: number;
  body: string;
  by: string;
  at: Date;
}
