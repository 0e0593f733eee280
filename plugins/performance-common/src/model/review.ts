import { ComparisonOperator, EntitySelector } from './definition';
import { FindingCategory, FindingEffort, RiskGrade } from './finding';
import { Statistic } from './metric';

/**
 * How a question is answered: with one of its choices, with any number of them, with a number, or with words.
 *
 * @public
 */
export type ReviewQuestionType = 'one' | 'many' | 'number' | 'text';

/**
 * What an answer is about besides the question itself. When one of these changes after publication, the answer is
 * stale: `relations` are the entities it depends on, that depend on it, or that are part of it; `apis` those it provides
 * or consumes.
 *
 * @public
 */
export type ReviewDependency =
  | 'relations'
  | 'apis'
  | 'owner'
  | 'slos'
  | 'budgets'
  | 'lifecycle';

/** @public */
export const REVIEW_QUESTION_TYPES: readonly ReviewQuestionType[] = [
  'one',
  'many',
  'number',
  'text',
];

/** @public */
export const REVIEW_DEPENDENCIES: readonly ReviewDependency[] = [
  'relations',
  'apis',
  'owner',
  'slos',
  'budgets',
  'lifecycle',
];

/** @public */
export interface ReviewChoice {
  /** Stable over versions of the template. */
  name: string;
  title: string;
  /** Markdown. */
  guidance?: string;
}

/**
 * A risk that certain answers raise. Of the conditions given, all must hold.
 *
 * @public
 */
export interface ReviewRisk {
  when: {
    /** One of these choices is given. */
    any?: string[];
    /** None of these choices is given, though the question is answered. */
    none?: string[];
    /** For numbers, e.g. `> 500`. */
    number?: { operator: ComparisonOperator; value: number };
  };
  title: string;
  /** Markdown. */
  description?: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  /** Markdown. */
  recommendation: string;
  effort?: FindingEffort;
}

/**
 * What a number answered becomes a draft of, for something that isn't built yet.
 *
 * @public
 */
export type ReviewDraft =
  | {
      type: 'budget';
      metric: string;
      statistic: Statistic;
      operator: ComparisonOperator;
      /** The number's unit, as definitions write it, e.g. `ms`. */
      unit?: string;
      environment?: string;
    }
  | {
      /** The number is the target in percent, e.g. 99.9. */
      type: 'slo';
      /** Name of the SLO and of its indicator to be filled in. */
      name: string;
      /** e.g. `28d`. */
      window: string;
    };

/** @public */
export interface ReviewQuestion {
  /** Unique in the template and stable over its versions. */
  name: string;
  title: string;
  /** Markdown: what to look for, and why. */
  guidance?: string;
  /** A URL, or a path within this suite's documentation. */
  guide?: string;
  type: ReviewQuestionType;
  /** Of `one` and `many`. */
  choices: ReviewChoice[];
  /** Of numbers: shown behind the field. */
  unit?: string;
  /** Has to be answered, or said not to apply, before a review is published. */
  required: boolean;
  dependsOn: ReviewDependency[];
  risks: ReviewRisk[];
  draft?: ReviewDraft;
}

/** @public */
export interface ReviewArea {
  /** Unique in the template and stable over its versions. */
  name: string;
  title: string;
  /** Markdown. */
  description?: string;
  questions: ReviewQuestion[];
}

/**
 * What architects ask in a review.
 *
 * @public
 */
export interface ReviewTemplateSpec {
  appliesTo?: EntitySelector;
  /** Rises when the questions change, e.g. `1.2`; whoever writes the template decides. */
  version: string;
  /** Seconds from publication to the next review. */
  reviewAfterSeconds?: number;
  areas: ReviewArea[];
}

/**
 * A review is worked on as `draft`, discussed as `in-review`, and stands as `published` until it is reopened
 * (`draft` again) or withdrawn for good (`archived`).
 *
 * @public
 */
export type ReviewStatus = 'draft' | 'in-review' | 'published' | 'archived';

/** @public */
export const REVIEW_STATUSES: readonly ReviewStatus[] = [
  'draft',
  'in-review',
  'published',
  'archived',
];

/**
 * What an answer points at as its proof.
 *
 * @public
 */
export interface ReviewEvidence {
  type: 'run' | 'slo' | 'verdict' | 'link' | 'attachment';
  /** Id of the run, SLO or attachment, rule id of the verdict, or URL. */
  ref: string;
  title?: string;
  /** Of a verdict. */
  environment?: string;
  /** Of an SLO: the window looked at, ISO 8601. */
  from?: string;
  to?: string;
}

/**
 * One question's answer.
 *
 * @public
 */
export interface ReviewAnswer {
  /** Name of the question. */
  question: string;
  /** Names of choices. */
  choices?: string[];
  number?: number;
  text?: string;
  /** Why the question doesn't apply; excludes an answer. */
  notApplicable?: string;
  /** Markdown. */
  notes?: string;
  evidence?: ReviewEvidence[];
}

/**
 * What a review is of: an entity of the catalog, or something planned within one.
 *
 * @public
 */
export interface ReviewSubject {
  /** Of the entity, or of what the planned one will be: a full ref. */
  entityRef: string;
  /** Where it isn't in the catalog yet: what it will be part of, whose readers and owners are its own. */
  within?: string;
  title?: string;
}

/**
 * What published answers were given for, one fingerprint per dependency: the sorted refs or ids behind it.
 *
 * @public
 */
export type ReviewSurroundings = Record<ReviewDependency, string[]>;

/**
 * What changed since an answer was published.
 *
 * @public
 */
export interface StaleAnswer {
  question: string;
  changes: {
    dependency: ReviewDependency;
    added: string[];
    removed: string[];
  }[];
}

/**
 * A risk that the present answers raise, to be made a finding of or dismissed by a person.
 *
 * @public
 */
export interface RaisedRisk extends ReviewRisk {
  /** Name of the question. */
  question: string;
  /** Position among the question's risks; with the question's name its identity. */
  index: number;
}

/**
 * How a published review stands, as checks look at it.
 *
 * @public
 */
export interface ReviewFact {
  reviewId: string;
  /** Name of the template. */
  template: string;
  templateVersion: string;
  title: string;
  /** ISO 8601. */
  publishedAt: string;
  /** ISO 8601; absent where no next review is planned. */
  nextReviewAt?: string;
  /** How many answers are stale. */
  staleAnswers: number;
  answered: number;
  questions: number;
}
