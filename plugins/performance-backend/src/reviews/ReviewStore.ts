import {
  components,
  ReviewAnswer,
  ReviewStatus,
  ReviewSurroundings,
  StaleAnswer,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  Review,
  ReviewContents,
  ReviewTemplateSnapshot,
  RiskDecision,
  StoredAnswer,
} from './Review';

/** A filter and a page of reviews. Values of one filter are alternatives. */
export interface ReviewQuery {
  /** Of the subject, or of what a planned one is within. */
  entityRef?: string;
  template?: string[];
  status?: ReviewStatus[];
  /** Refs of users and groups. */
  reviewer?: string[];
  /** What the caller claims to be, one of which has to be a reviewer. */
  claims?: string[];
  overdue?: boolean;
  stale?: boolean;
  owner?: string[];
  system?: string[];
  domain?: string[];
  /** Part of the title, of the entity's ref or title, or of the template's title. */
  q?: string;
  sort:
    | 'changedAt'
    | 'createdAt'
    | 'nextReviewAt'
    | 'title'
    | 'entity'
    | 'status';
  /** The sort's natural order unless given. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

export type ReviewFacetName = 'statuses' | 'templates' | 'reviewers' | 'owners';

export type ReviewFacets = Record<
  ReviewFacetName,
  components['schemas']['Facet']
>;

/**
 * Adds to the `where` of a query on `reviews`, so that it only yields what the caller may see.
 */
export type ReviewRestriction = (query: Knex.QueryBuilder) => void;

export interface NewReview {
  entityId: number;
  /** Of a subject that isn't in the catalog yet. */
  plannedRef?: string;
  subjectTitle?: string;
  title: string;
  reviewers: string[];
  nextReviewAt?: Date;
  by: string;
  at: Date;
}

/** What people change of a review. */
export interface ReviewChange {
  title?: string;
  reviewers?: string[];
  status?: ReviewStatus;
  template?: ReviewTemplateSnapshot;
  /** `'none'` takes it away. */
  nextReviewAt?: Date | 'none';
  /** `'none'` takes it away. */
  published?: { by: string; at: Date };
}

/** Reviews, their answers, and what became of these. */
export interface ReviewStore {
  add(
    review: NewReview,
    template: ReviewTemplateSnapshot,
    tx: Knex.Transaction,
  ): Promise<Review>;
  get(id: number, tx?: Knex.Transaction): Promise<Review | undefined>;
  /**
   * Keeps others from changing it until the end of the transaction.
   *
   * @returns it as it is then.
   */
  lock(id: number, tx: Knex.Transaction): Promise<Review | undefined>;
  /** As {@link ReviewStore.lock}, in one order for everybody; what isn't there any more is left out. */
  lockAll(ids: number[], tx: Knex.Transaction): Promise<Review[]>;
  /** One of the same subject by the same template that is under way. */
  findUnderWay(
    subject: { entityId: number; plannedRef?: string },
    templateName: string,
    tx: Knex.Transaction,
  ): Promise<Review | undefined>;
  list(
    query: ReviewQuery,
    restrict: ReviewRestriction,
    now: Date,
  ): Promise<{ items: Review[]; totalItems: number; facets: ReviewFacets }>;
  /** With all that hangs on it. */
  remove(review: Review, tx: Knex.Transaction): Promise<void>;
  /** In the order of the reviews. */
  contents(reviews: Review[], tx?: Knex.Transaction): Promise<ReviewContents[]>;

  /** Of a review that is locked. Its version rises. */
  change(
    id: number,
    change: ReviewChange,
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<Review>;
  /** Of a review that is locked: the answer isn't stale any more, nor confirmed, nor published. */
  saveAnswer(
    reviewId: number,
    answer: ReviewAnswer & { version: number },
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<StoredAnswer>;
  /** Answers of a review that is locked are right for these surroundings, and stale no more. */
  settleAnswers(
    reviewId: number,
    answers: {
      question: string;
      surroundings: Partial<ReviewSurroundings>;
      confirmed?: { by: string; at: Date; note?: string };
    }[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Of a review that is locked. Those of a question that its template hasn't any more. */
  removeAnswers(
    reviewId: number,
    questions: string[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /**
   * Makes these the stale answers of reviews that are locked, by number; what was stale stays so since then.
   */
  saveStale(
    stale: ReadonlyMap<number, StaleAnswer[]>,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Makes these the decisions on risks of a review that is locked. */
  saveDecisions(
    reviewId: number,
    decisions: RiskDecision[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /**
   * Reviews that something was published of, as far as they aren't archived, of entities that aren't
   * retired, by ascending entity. Planned subjects are left out: nothing surrounds them yet.
   */
  listSettled(
    entityIds: number[] | 'all',
    tx?: Knex.Transaction,
  ): Promise<Review[]>;
  /** Whether there is any review of something that isn't in the catalog yet. */
  hasPlanned(): Promise<boolean>;
  /** Reviews of what was planned under these refs. */
  listPlanned(entityRefs: string[]): Promise<Review[]>;
  /** A review that is locked is of this entity from now on. */
  adopt(
    reviewId: number,
    entityId: number,
    tx: Knex.Transaction,
  ): Promise<void>;
}
