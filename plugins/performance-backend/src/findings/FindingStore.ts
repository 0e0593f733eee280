import {
  components,
  FindingCategory,
  FindingEffort,
  FindingStatus,
  RiskGrade,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  Finding,
  FindingComment,
  FindingContent,
  FindingEvent,
  FindingOrigin,
} from './Finding';

/** A filter of findings. Values of one part are alternatives. */
export interface FindingFilter {
  /** Affected, first or not. */
  entityRef?: string;
  /** Refs of users and groups; `none` for those without. */
  assignee?: string[];
  /** What the caller claims to be, one of which has to see to it or own its entity. */
  claims?: string[];
  status?: FindingStatus[];
  risk?: RiskLevel[];
  category?: FindingCategory[];
  severity?: RiskGrade[];
  likelihood?: RiskGrade[];
  effort?: FindingEffort[];
  open?: boolean;
  overdue?: boolean;
  proposed?: boolean;
  bound?: boolean;
  reviewId?: string;
  owner?: string[];
  system?: string[];
  domain?: string[];
  q?: string;
}

/** Which page of them. */
export interface FindingPaging {
  sort: 'risk' | 'plan' | 'dueDate' | 'age' | 'changedAt' | 'title';
  /** The sort's natural order unless given. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

export type FindingQuery = FindingFilter & FindingPaging;

export type FindingFacetName =
  | 'statuses'
  | 'risks'
  | 'categories'
  | 'efforts'
  | 'assignees'
  | 'owners';

export type FindingFacets = Record<
  FindingFacetName,
  components['schemas']['Facet']
>;

/** Adds to the `where` of a query on `findings`, so that it only yields what the caller may see. */
export type FindingRestriction = (query: Knex.QueryBuilder) => void;

export interface NewFinding extends FindingContent {
  risk: RiskLevel;
  /** All that it affects, the one it belongs to first. */
  entityIds: number[];
  origin: FindingOrigin;
  by: string;
  at: Date;
}

/** What changes of a finding; `undefined` takes an optional part away. */
export type FindingChange = Partial<
  FindingContent &
    Pick<
      Finding,
      | 'risk'
      | 'entityIds'
      | 'status'
      | 'resolvedBy'
      | 'duplicateOf'
      | 'acceptedUntil'
      | 'closureProposedAt'
    >
>;

export type FindingSummary = components['schemas']['FindingSummary'];

export interface FindingStore {
  add(finding: NewFinding, tx: Knex.Transaction): Promise<Finding>;
  get(id: number, tx?: Knex.Transaction): Promise<Finding | undefined>;
  /** Keeps everybody else from changing it until the end of the transaction. */
  lock(id: number, tx: Knex.Transaction): Promise<Finding | undefined>;
  /** Raises the version. */
  change(
    id: number,
    change: FindingChange,
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<Finding>;
  list(
    query: FindingQuery,
    restrict: FindingRestriction,
    now: Date,
  ): Promise<Finding[]>;
  /** With how many there are in all, and what else to filter them by. */
  browse(
    query: FindingQuery,
    restrict: FindingRestriction,
    now: Date,
  ): Promise<{ items: Finding[]; totalItems: number; facets: FindingFacets }>;
  summary(
    filter: FindingFilter,
    restrict: FindingRestriction,
    now: Date,
  ): Promise<FindingSummary>;
  addEvent(
    findingId: number,
    event: FindingEvent,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Newest first. */
  events(findingId: number): Promise<FindingEvent[]>;
  addComment(
    comment: Omit<FindingComment, 'id'>,
    tx: Knex.Transaction,
  ): Promise<FindingComment>;
  /** Oldest first. */
  comments(findingId: number): Promise<FindingComment[]>;
  deleteComment(id: number, tx: Knex.Transaction): Promise<void>;
}
