import { FindingCategory, RiskGrade } from './finding';
import { Labels } from './metric';

/**
 * What the analysis of the catalog's relations looks for.
 *
 * @public
 */
export type AnalysisRule =
  | 'single-point-of-failure'
  | 'dependency-cycle'
  | 'long-call-chain'
  | 'excessive-fan-out'
  | 'excessive-fan-in'
  | 'shared-database'
  | 'unowned-hot-component'
  | 'unbudgeted-hot-component'
  | 'latency-budget-overrun';

/** @public */
export const ANALYSIS_RULES: readonly AnalysisRule[] = [
  'single-point-of-failure',
  'dependency-cycle',
  'long-call-chain',
  'excessive-fan-out',
  'excessive-fan-in',
  'shared-database',
  'unowned-hot-component',
  'unbudgeted-hot-component',
  'latency-budget-overrun',
];

/**
 * An entity as a node of the graph that is analysed.
 *
 * @public
 */
export interface AnalysedEntity {
  /** Full, lower-cased. */
  entityRef: string;
  kind: string;
  type?: string;
  title?: string;
  owner?: string;
  system?: string;
  /** 1 is the most critical; absent where the entity doesn't say. */
  tier?: number;
  /** Entities that this one depends on, by `dependsOn` and by consuming an API that they provide. */
  dependsOn: string[];
  /**
   * Those of them that it waits for while it serves a request, in the order of calls where that is known. Absent
   * where the entity doesn't say: then nothing about call chains is known of it.
   */
  synchronous?: SynchronousCall[];
  /** Its latency limits; none where it has no such budget. */
  latencyLimits: LatencyLimit[];
  /** How many budgets and SLOs of any kind apply to it. */
  budgets: number;
}

/** @public */
export interface SynchronousCall {
  entityRef: string;
  /** How many calls one request makes of it; 1 unless the entity says more. */
  calls: number;
  /** Calls of one group are made at once; without a group one after the other. */
  parallel?: string;
}

/**
 * The fail limit of a latency percentile, or what an SLO promises of it.
 *
 * @public
 */
export interface LatencyLimit {
  ruleId: string;
  /** `*` while the entity hasn't been seen in any. */
  environment: string;
  /** e.g. 0.95. */
  quantile: number;
  milliseconds: number;
  /**
   * What it is the widest of, e.g. `{ journey: 'pay' }`, where the entity has only limits for single journeys or
   * endpoints; absent where it holds over everything.
   */
  labels?: Labels;
  /** Title of the SLO that promises it; absent where it is the limit of a budget. */
  slo?: string;
}

/**
 * Something the analysis found. Not a finding: a person makes one of it, or suppresses it with a reason.
 *
 * @public
 */
export interface AnalysisProposal {
  rule: AnalysisRule;
  /** Stable while the matter stays the same: the rule and the entities at its heart. */
  key: string;
  /** Whom it is about first. */
  entityRef: string;
  /** Whose limits it tells of; absent where it is about no environment. */
  environment?: string;
  /** All that it affects, the first included; the nearest where they are many. */
  affected: string[];
  /**
   * Those at its heart, the first included: the texts and numbers tell of them. Others are only in `affected` and
   * the graph, so that leaving them out there hides them.
   */
  core: string[];
  title: string;
  /** Markdown: how the rule came to it, with its numbers. */
  explanation: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  /** Markdown. */
  recommendation: string;
  /** What to draw. */
  graph: AnalysisGraph;
  /** What the rule measured, by name, e.g. `{ dependents: 12 }`. */
  numbers: Record<string, number>;
  /** Orders those of one rule, severity and likelihood: the larger, the worse. */
  weight: number;
}

/** @public */
export interface AnalysisGraph {
  nodes: { entityRef: string; emphasis?: boolean; note?: string }[];
  edges: {
    from: string;
    to: string;
    emphasis?: boolean;
    note?: string;
    synchronous?: boolean;
  }[];
}

/**
 * What the analysis can't say, and why.
 *
 * @public
 */
export interface AnalysisUnknown {
  rule: AnalysisRule;
  /** Which of its reasons. */
  code: AnalysisUnknownCode;
  /** Which annotation or definition would tell. */
  reason: string;
  /** Of what it can't be said. */
  entityRefs: string[];
}

/** @public */
export type AnalysisUnknownCode =
  | 'no-tier'
  | 'no-synchronous-calls'
  | 'no-latency-limit'
  | 'no-owner';

/**
 * An annotation that can't be read, or that contradicts the catalog.
 *
 * @public
 */
export interface AnnotationProblem {
  entityRef: string;
  /** Its name. */
  annotation: string;
  /** What is wrong, and how to write it. */
  message: string;
}
