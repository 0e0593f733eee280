import { Bound, ComparisonOperator, Layer } from './definition';
import { Labels, Statistic, Unit } from './metric';
import { CheckType } from './check';
import { FindingCategory, FindingStatus, RiskLevel } from './finding';
import { Enforcement } from './policy';
import { QuantileMethod } from './run';
import { ScorecardResult } from './scorecard';
import { BudgetingMethod, SloTimeWindow } from './slo';
import { AppliedWaiver } from './waiver';

/**
 * The five states. A waiver is an attribute of a verdict, not a state.
 *
 * @public
 */
export type VerdictState =
  | 'pass'
  | 'warn'
  | 'fail'
  | 'no-data'
  | 'not-applicable';

/**
 * All states, worst first.
 *
 * @public
 */
export const VERDICT_STATES: readonly VerdictState[] = [
  'fail',
  'warn',
  'no-data',
  'pass',
  'not-applicable',
];

/**
 * What is judged: an entity in an environment, for a set of labels.
 *
 * @public
 */
export interface Subject {
  entityRef: string;
  /** `*` while no environment has been seen. */
  environment: string;
  /** Canonically sorted. A `per:` label nothing was seen for is `*`. */
  labels: Labels;
}

/**
 * Why a verdict has no value. Codes: `no-run`, `missing-metric`, `missing-statistic`,
 * `missing-journey`, `missing-labels`, `missing-environment`, `too-few-samples`, `too-old`,
 * `labels-merged`, `not-comparable`, `no-baseline`, `exempt`; of measured budgets `no-source`, `source-down`,
 * `rejected`, `no-samples`, `missing-field`; of checks `no-rule`, `not-measured`,
 * `not-within-limit`, `not-matched`, `no-run`, `not-attested`, `denied`, `no-result`, `not-installed`,
 * `open-findings`, `no-review`, `review-expired`, `review-overdue`, `answers-stale`, `not-known`; of findings `open` and
 * `overdue`.
 *
 * @public
 */
export interface VerdictReason {
  code: string;
  message: string;
  /** Where to see more, as whoever reported it says. */
  url?: string;
}

/**
 * A limit in force, and who set it.
 *
 * @public
 */
export interface EffectiveBound {
  operator: ComparisonOperator;
  /** In the metric's unit. */
  value: number;
  unit: Unit;
  /** Id of the definition that set it. */
  definitionId: string;
  layer: Layer;
}

/** @public */
export interface EffectiveLimit {
  fail?: EffectiveBound;
  warn?: EffectiveBound;
  minSamples?: { value: number; definitionId: string; layer: Layer };
  maxAgeSeconds?: { value: number; definitionId: string; layer: Layer };
}

/**
 * What a ratchet holds on to.
 *
 * @public
 */
export interface LimitRatchet {
  /** The best median of five comparable runs in a row, in the unit of the limit. */
  best: number;
  /** How much worse it may get; a ratio, e.g. 0.05. */
  tolerance: number;
}

/**
 * One layer's part in the limit's story, outermost first.
 *
 * @public
 */
export interface LimitContribution {
  definitionId: string;
  /** Name and title of the definition. */
  name: string;
  title?: string;
  layer: Layer;
  asked: {
    fail?: Bound;
    warn?: Bound;
    minSamples?: number;
    maxAgeSeconds?: number;
  };
  /** Where a policy's ratchet asks for the fail limit. */
  ratchet?: LimitRatchet;
  /**
   * What became of each thing it asked for: it `sets` the value in force, it is `overruled` by a
   * tighter inner layer or equal outer one, or it has `no-effect` because it is looser than an
   * outer layer's and loosening needs a waiver.
   */
  effect: Partial<
    Record<
      'fail' | 'warn' | 'minSamples' | 'maxAgeSeconds',
      'sets' | 'overruled' | 'no-effect'
    >
  >;
}

/** @public */
export interface Evidence {
  runId: string;
  tool: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. Evidence age counts from here. */
  endedAt: string;
  samples?: number;
  quantileMethod: QuantileMethod;
  commit?: string;
  branch?: string;
}

/**
 * The outcome of one rule for one subject, whatever kind of rule.
 *
 * @public
 */
export interface VerdictBase {
  /** Stable over versions and free of layers. */
  ruleId: string;
  /** Name and title of the definition that set the limit, or of the check. */
  definitionName: string;
  title: string;
  /** What it is counted under: the metric's area, or the check's. */
  area: string;
  subject: Subject;
  state: VerdictState;
  /** Always there for `no-data` and `not-applicable`, and for a check that fails. */
  reason?: VerdictReason;
  /** In `unit`, where there is one. */
  value?: number;
  limit: EffectiveLimit;
  /** Outermost layer first. */
  story: LimitContribution[];
  evidence?: Evidence;
  /** How many consecutive runs confirm a change of state. */
  confirm: number;
  enforcement: Enforcement;
  /** An approved, unexpired one that is bound to the rule and subject, whatever the state. */
  waiver?: AppliedWaiver;
}

/**
 * How a budget's value is measured, in place of evidence.
 *
 * @public
 */
export interface BudgetMeasurement {
  /** Name of the metric source. */
  source: string;
  /** As the definition has it. */
  query: string;
  windowSeconds: number;
  /** The budget that says so. */
  definitionId: string;
  /** ISO 8601: end of the window of the value; of current verdicts as the API has them. */
  at?: string;
}

/** @public */
export interface BudgetVerdict extends VerdictBase {
  /**
   * `budget:<metric>:<statistic>`, with `:at-least` where the limit is a lower one of something that
   * has no better side, and with the unit for a `custom.*` metric that isn't a plain number.
   */
  ruleId: string;
  kind: 'budget';
  metric: string;
  statistic: Statistic;
  unit: Unit;
  /** What the value comes from, where that isn't a run. */
  measured?: BudgetMeasurement;
}

/**
 * Of an entity as a whole: the environment is `*`, and there are no labels.
 *
 * @public
 */
export interface CheckVerdict extends VerdictBase {
  /** `check:<name>`. */
  ruleId: string;
  kind: 'check';
  check: { type: CheckType; rationale: string; fix: string; guide?: string };
}

/**
 * Of an SLO, or of one of several objectives of it. `value` is the attainment, as a ratio, and `limit.fail` the
 * target.
 *
 * @public
 */
export interface SloVerdict extends VerdictBase {
  /** `slo:<name>`, or `slo:<name>:<objective>` where several objectives stand for themselves. */
  ruleId: string;
  kind: 'slo';
  unit: 'ratio';
  slo: {
    objective?: string;
    method: BudgetingMethod;
    timeWindow: SloTimeWindow;
  };
}

/**
 * Of a finding, for each entity that it affects: the environment is `*`, and there are no labels. `fail` while it is
 * open with a risk of `high` or more, or past its due date; otherwise `warn` while it is open; `pass` once it is
 * verified. Accepted risk is a waiver on this verdict. Duplicates and invalid ones have none.
 *
 * @public
 */
export interface FindingVerdict extends VerdictBase {
  /** `finding:<number>`. */
  ruleId: string;
  kind: 'finding';
  finding: {
    findingId: string;
    category: FindingCategory;
    risk: RiskLevel;
    status: FindingStatus;
    /** ISO 8601 date. */
    dueDate?: string;
  };
}

/**
 * The outcome of one rule for one subject.
 *
 * @public
 */
export type Verdict =
  | BudgetVerdict
  | CheckVerdict
  | SloVerdict
  | FindingVerdict;

/**
 * Subjects of one rule beyond the limit of subjects: counted and named, never dropped in silence.
 *
 * @public
 */
export interface NotJudged {
  ruleId: string;
  /** How many subjects have no verdict. */
  count: number;
  /** Labels of the most frequent of them, at most 10. */
  examples: Labels[];
}

/**
 * What `evaluate` makes of the definitions and facts of one entity.
 *
 * @public
 */
export interface Evaluation {
  verdicts: Verdict[];
  notJudged: NotJudged[];
  scorecards: ScorecardResult[];
}
