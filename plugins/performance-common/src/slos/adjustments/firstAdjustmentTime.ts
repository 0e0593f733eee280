import { RRuleTemporal } from 'rrule-temporal';
import { SloAdjustmentTimes } from './SloAdjustmentTimes';
import { recurrenceOf } from './recurrenceOf';

/** Finds any 29 February; to find none takes a fraction of a second. */
const MAX_ITERATIONS = 10_000;

/** Weekdays and hours come round within 168 of its times. */
const MAX_HOURLY_ITERATIONS = 1000;

/**
 * When an adjustment takes time out for the first time, in epoch milliseconds.
 *
 * @param times - As `checkAdjustmentTimes` lets them pass.
 * @returns Undefined for a recurrence that never occurs.
 * @public
 */
export function firstAdjustmentTime(
  times: SloAdjustmentTimes,
): number | undefined {
  if (times.type === 'once') {
    return Date.parse(times.from);
  }
  try {
    return new RRuleTemporal({
      ...recurrenceOf(times),
      maxIterations: times.rrule.includes('HOURLY')
        ? MAX_HOURLY_ITERATIONS
        : MAX_ITERATIONS,
    }).next(new Date(0))?.epochMilliseconds;
  } catch {
    // It looks no further.
    return undefined;
  }
}
