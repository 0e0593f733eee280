import { range } from './promQl';

/** Share of bad ones of what a window's budget is a share of. */
export const WINDOW_ERRORS = 'slo:errors:ratio_window';

export const WINDOW_EVENTS = 'slo:events:count_window';

/** Has a value where there are enough events to judge by. */
export const ENOUGH_EVENTS = 'slo:events:enough';

/** Share of the window's error budget. */
export const REMAINING = 'slo:error_budget:remaining_ratio';

/** Share of bad ones over a burn window: `slo:errors:ratio_5m`. */
export function burnRecord(seconds: number): string {
  return `slo:errors:ratio_${range(seconds)}`;
}
