/** The last digit that `1 − target` has right. */
const DECIMALS = 15;

/**
 * The share of events or slices that may be bad: 1 − target, as in decimals (1 − 0.999 is 0.001).
 *
 * @public
 */
export function errorBudgetOf(target: number): number {
  return Number((1 - target).toFixed(DECIMALS)) || 1 - target;
}
