import { EntitySelector, Exemption } from './definition';
import { FindingCategory, RiskLevel } from './finding';
import { Statistic } from './metric';
import { VerdictState } from './verdict';

/**
 * Findings by what they are like; all given parts must hold.
 *
 * @public
 */
export interface FindingSelector {
  /** This risk or worse; any unless given. */
  atLeast?: RiskLevel;
  /** Any of these; any at all unless given. */
  categories?: FindingCategory[];
}

/**
 * Points at rules. A budget without a statistic, or a metric ending in `*`, points at several.
 *
 * @public
 */
export type RuleSelector =
  | { check: string }
  | {
      budget: {
        metric: string;
        statistic?: Statistic;
        environments?: string[];
      };
    }
  /** By name; `*` at the end stands for anything. */
  | { slo: string }
  | { finding: FindingSelector }
  | { area: string };

/** @public */
export type ScorecardRule = Exclude<RuleSelector, { area: string }> & {
  /** What it adds to the score; 1 unless given. */
  weight: number;
};

/** @public */
export interface ScorecardLevel {
  name: string;
  title: string;
  rules: ScorecardRule[];
}

/**
 * Rules grouped into levels. A level is reached when every rule of it, and of those before it, holds.
 *
 * @public
 */
export interface ScorecardSpec {
  appliesTo?: EntitySelector;
  exempt?: Exemption[];
  /** Lowest first. */
  levels: ScorecardLevel[];
}

/**
 * How one rule of a scorecard stands. A waived failure is a failure here.
 *
 * @public
 */
export interface ScorecardRuleResult {
  /** As in {@link RuleSelector}: `check:<name>`, `slo:<name>`, `budget:<metric>:<statistic>` or `finding:<selector>`. */
  ruleId: string;
  title: string;
  level: string;
  weight: number;
  /** The worst of the rule's verdicts; `no-data` where there is none. */
  state: VerdictState;
  /** Whether it counts as reached: `pass`, `warn` or `not-applicable`. */
  holds: boolean;
  waived: boolean;
  reason?: string;
  fix?: string;
  guide?: string;
}

/** @public */
export interface ScorecardResult {
  definitionId: string;
  name: string;
  title: string;
  /** Why it doesn't hold for the entity; then there is no level and no score. */
  exempt?: string;
  /** The highest level reached, the lowest having rank 0; absent below the first. */
  level?: { name: string; title: string; rank: number };
  /** The next one up; absent at the highest. */
  nextLevel?: { name: string; title: string; rank: number };
  levels: { name: string; title: string }[];
  /** 0…100: the weight of what holds over the weight of what applies. Absent if nothing applies. */
  score?: number;
  rules: ScorecardRuleResult[];
  /** What is missing for the next level, heaviest first. */
  nextSteps: ScorecardRuleResult[];
}
