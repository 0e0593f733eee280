import { RRuleTemporal } from 'rrule-temporal';
import { SloExclusion } from '../../model';
import { TimeStretch } from '../SloCounter';
import { SloAdjustmentTimes } from './SloAdjustmentTimes';
import { recurrenceOf } from './recurrenceOf';

/**
 * The times that adjustments take out of a stretch of time, in order. Those that begin before it or end
 * after it are left whole.
 *
 * A recurring one starts at the same local time of day all year. Where the clocks go forward over it, that
 * day has none (RFC 5545, 3.3.10); where they go back over it, it starts the first time round. It takes as
 * many seconds on any day.
 *
 * @throws Error where times are none; `checkAdjustmentTimes` says so before.
 * @public
 */
export function expandAdjustments(
  adjustments: Iterable<{ id: string; times: SloAdjustmentTimes }>,
  stretch: TimeStretch,
): SloExclusion[] {
  const exclusions: SloExclusion[] = [];
  for (const { id, times } of adjustments) {
    for (const { from, to } of timesOf(times, stretch)) {
      if (from < stretch.to && to > stretch.from) {
        exclusions.push({ from, to, adjustmentId: id });
      }
    }
  }
  return exclusions.sort((a, b) => a.from - b.from || a.to - b.to);
}

function timesOf(
  times: SloAdjustmentTimes,
  { from, to }: TimeStretch,
): TimeStretch[] {
  if (times.type === 'once') {
    return [{ from: Date.parse(times.from), to: Date.parse(times.to) }];
  }
  const durationMillis = times.durationSeconds * 1000;
  return new RRuleTemporal(recurrenceOf(times))
    .between(new Date(from - durationMillis), new Date(to), true)
    .map(({ epochMilliseconds }) => ({
      from: epochMilliseconds,
      to: epochMilliseconds + durationMillis,
    }));
}
