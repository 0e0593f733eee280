/**
 * Anti-patterns and shortcomings that findings are sorted by.
 *
 * @public
 */
export type FindingCategory =
  | 'single-point-of-failure'
  | 'dependency-cycle'
  | 'chatty-calls'
  | 'long-call-chain'
  | 'fan-out'
  | 'shared-database'
  | 'unbounded-query'
  | 'missing-index'
  | 'missing-cache'
  | 'missing-timeout'
  | 'retry-storm'
  | 'resource-saturation'
  | 'memory-leak'
  | 'front-end-weight'
  | 'capacity'
  | 'observability'
  | 'testing'
  | 'latency-budget'
  | 'ownership'
  | 'other';

/** @public */
export const FINDING_CATEGORIES: readonly FindingCategory[] = [
  'single-point-of-failure',
  'dependency-cycle',
  'chatty-calls',
  'long-call-chain',
  'fan-out',
  'shared-database',
  'unbounded-query',
  'missing-index',
  'missing-cache',
  'missing-timeout',
  'retry-storm',
  'resource-saturation',
  'memory-leak',
  'front-end-weight',
  'capacity',
  'observability',
  'testing',
  'latency-budget',
  'ownership',
  'other',
];

/**
 * A step of severity or likelihood.
 *
 * @public
 */
export type RiskGrade = 'very-low' | 'low' | 'medium' | 'high' | 'very-high';

/**
 * Lowest first.
 *
 * @public
 */
export const RISK_GRADES: readonly RiskGrade[] = [
  'very-low',
  'low',
  'medium',
  'high',
  'very-high',
];

/** @public */
export type RiskLevel = 'low' | 'medium' | 'high' | 'critical';

/**
 * Lowest first.
 *
 * @public
 */
export const RISK_LEVELS: readonly RiskLevel[] = [
  'low',
  'medium',
  'high',
  'critical',
];

/**
 * The risk of each severity (rows) at each likelihood (columns), both lowest first: 5 × 5.
 *
 * @public
 */
export type RiskMatrix = readonly (readonly RiskLevel[])[];

/** @public */
export type FindingEffort = 'small' | 'medium' | 'large';

/** @public */
export const FINDING_EFFORTS: readonly FindingEffort[] = [
  'small',
  'medium',
  'large',
];

/**
 * `open` → `in-progress` → `resolved` → `verified`; or `risk-accepted`, which lasts as long as its waiver;
 * `duplicate` of another one; or `invalid`.
 *
 * @public
 */
export type FindingStatus =
  | 'open'
  | 'in-progress'
  | 'resolved'
  | 'verified'
  | 'risk-accepted'
  | 'duplicate'
  | 'invalid';

/** @public */
export const FINDING_STATUSES: readonly FindingStatus[] = [
  'open',
  'in-progress',
  'resolved',
  'verified',
  'risk-accepted',
  'duplicate',
  'invalid',
];

/**
 * Statuses in which a finding still is work, or a risk that nobody has proven gone.
 *
 * @public
 */
export const OPEN_FINDING_STATUSES: readonly FindingStatus[] = [
  'open',
  'in-progress',
  'resolved',
];

/** @public */
export interface FindingLink {
  type: 'issue' | 'pull-request' | 'adr' | 'run' | 'other';
  url: string;
  title?: string;
}

/**
 * What a finding is bound to: a rule's verdict of one of its entities. It is green on a day whose evidence left it at
 * `pass`.
 *
 * @public
 */
export interface FindingBinding {
  entityRef: string;
  /** Of a budget, SLO or check. */
  ruleId: string;
  environment: string;
  /** Canonically sorted. */
  labels: Record<string, string>;
  /** Consecutive days of evidence, all green, after which closure is proposed. */
  greenDays: number;
}

/**
 * A finding as checks look at it: of every entity that it affects.
 *
 * @public
 */
export interface FindingFact {
  findingId: string;
  title: string;
  category: FindingCategory;
  risk: RiskLevel;
  status: FindingStatus;
  /** ISO 8601 date. */
  dueDate?: string;
}
