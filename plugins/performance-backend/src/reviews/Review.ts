import {
  ReviewAnswer,
  ReviewStatus,
  ReviewSurroundings,
  ReviewTemplateSpec,
  StaleAnswer,
} from '@perf-governance/plugin-performance-common';

/** A template as it was when a review began by it. */
export interface ReviewTemplateSnapshot {
  definitionId: string;
  name: string;
  title: string;
  spec: ReviewQuestionnaire;
}

/** What a template asks; whom it is for doesn't matter to reviews that have begun. */
export type ReviewQuestionnaire = Omit<ReviewTemplateSpec, 'appliesTo'>;

/** A review, apart from what it asks and what was answered. */
export interface Review {
  id: number;
  /** Of the subject, or of what a planned one is going to be part of. */
  entityId: number;
  /** Of that. */
  entityRef: string;
  subject: {
    /** Full and lower-cased. */
    entityRef: string;
    /** Not in the catalog yet. */
    planned: boolean;
    title?: string;
  };
  templateId: number;
  title: string;
  status: ReviewStatus;
  /** Counts changes of the review itself. */
  version: number;
  /** Full, lower-cased refs of users and groups. */
  reviewers: string[];
  createdBy: string;
  createdAt: Date;
  /** Of the review or one of its answers. */
  changedBy: string;
  changedAt: Date;
  /** The last time that it was; what is reopened stands as it was then. */
  published?: { by: string; at: Date };
  nextReviewAt?: Date;
}

/** The present answer to one question. */
export interface StoredAnswer extends ReviewAnswer {
  version: number;
  by: string;
  at: Date;
  confirmed?: { by: string; at: Date; note?: string };
  /** What it was published for; absent until it is. Only what its question depends on. */
  surroundings?: Partial<ReviewSurroundings>;
}

/** An answer whose surroundings aren't what they were. */
export interface StoredStaleAnswer extends StaleAnswer {
  since: Date;
}

/** What somebody made of a risk that an answer raises. */
export interface RiskDecision {
  question: string;
  /** Among the question's risks. */
  index: number;
  type: 'finding' | 'dismissed';
  findingId?: string;
  reason?: string;
  by: string;
  at: Date;
}

/** A review with everything that its standing follows from. */
export interface ReviewContents {
  review: Review;
  template: ReviewTemplateSnapshot;
  answers: StoredAnswer[];
  stale: StoredStaleAnswer[];
  decisions: RiskDecision[];
}

/** `R-4`, as people call it. */
export function reviewName({ id }: Pick<Review, 'id'>): string {
  return `R-${id}`;
}
