import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import { EntitySelector, Exemption } from './definition';
import { FindingCategory, RiskLevel } from './finding';
import { Statistic } from './metric';
import { RunType } from './run';

/** @public */
export type CheckType =
  | 'verdict'
  | 'entity'
  | 'run'
  | 'attestation'
  | 'finding'
  | 'review'
  | 'external'
  | 'extension';

/**
 * What a check looks at; exactly one.
 *
 * @public
 */
export type CheckCondition =
  | { type: 'verdict'; verdict: VerdictCondition }
  /** Over the raw entity. */
  | { type: 'entity'; entity: FilterPredicate }
  | { type: 'run'; run: RunCondition }
  | { type: 'attestation'; attestation: AttestationCondition }
  | { type: 'finding'; finding: FindingCondition }
  | { type: 'review'; review: ReviewCondition }
  | { type: 'external'; external: { maxAgeSeconds?: number } }
  /** Judged by a module of the backend, registered under `id`. */
  | { type: 'extension'; extension: { id: string; options: JsonObject } };

/**
 * Over the entity's own budget verdicts, or over those of its SLOs where `slo` is given; all given parts must
 * hold of those looked at.
 *
 * @public
 */
export interface VerdictCondition {
  /** By name; `*` at the end stands for anything. Not together with the fields of budgets. */
  slo?: string;
  metric?: string;
  statistic?: Statistic;
  area?: string;
  environments?: string[];
  /**
   * - `passing`: each is within its limit;
   * - `measured`: each has a value;
   * - `exists`: there is a rule at all.
   */
  expect: 'passing' | 'measured' | 'exists';
}

/** @public */
export interface RunCondition {
  types: RunType[];
  environments?: string[];
  /** Counted from the end of the run. */
  withinSeconds?: number;
  minDurationSeconds?: number;
  /** How many such runs; 1 unless given. */
  atLeast: number;
}

/** @public */
export interface AttestationCondition {
  /** What somebody answers for with their name. */
  statement: string;
  validForSeconds: number;
}

/**
 * Over the findings that affect the entity: holds while no open one matches. Risk accepted counts as open where
 * `countAccepted` says so.
 *
 * @public
 */
export interface FindingCondition {
  /** This risk or worse; any unless given. */
  atLeast?: RiskLevel;
  categories?: FindingCategory[];
  /** Only those past their due date. */
  overdue?: boolean;
  countAccepted?: boolean;
}

/**
 * Holds where a review of the entity is published, young enough, not overdue and not too stale.
 *
 * @public
 */
export interface ReviewCondition {
  /** Names of templates, any of them; any template unless given. */
  templates?: string[];
  /** Counted from publication. */
  withinSeconds?: number;
  /** Stale answers that are tolerated; any number unless given. */
  maxStaleAnswers?: number;
}

/**
 * A best-practice condition.
 *
 * @public
 */
export interface CheckSpec {
  appliesTo?: EntitySelector;
  exempt?: Exemption[];
  /** What it is counted under; `practices` unless given. */
  area: string;
  /** Why it matters. */
  rationale: string;
  /** What to do where it doesn't hold. */
  fix: string;
  /** Where to read more: a URL, or a path within this suite's documentation. */
  guide?: string;
  condition: CheckCondition;
}
