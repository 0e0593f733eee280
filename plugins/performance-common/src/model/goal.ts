import { EntitySelector } from './definition';
import { RuleSelector } from './scorecard';

/**
 * What the organisation wants to reach: a share of verdicts within their limits.
 *
 * @public
 */
export interface GoalSpec {
  appliesTo?: EntitySelector;
  /** Which verdicts count; all of budgets where absent. */
  rules?: RuleSelector[];
  environments?: string[];
  /** Only verdicts whose subject has this label, e.g. `journey`. */
  label?: string;
  /** Ratio, e.g. 0.95. */
  target: number;
  /** ISO 8601. */
  by?: string;
}
