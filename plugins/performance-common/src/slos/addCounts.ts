import { SloCounts } from '../model';

/**
 * The sum of what is known of several stretches of time.
 *
 * @public
 */
export function addCounts(parts: Iterable<SloCounts>): SloCounts {
  const sum = { good: 0, total: 0, coveredSeconds: 0 };
  for (const { good, total, coveredSeconds } of parts) {
    sum.good += good;
    sum.total += total;
    sum.coveredSeconds += coveredSeconds;
  }
  return sum;
}
