import { DateTime } from 'luxon';
import { SloDuration, SloTimeWindow } from '../model';
import { TimeStretch } from './SloCounter';
import { sloDurationSeconds } from './sloDurationSeconds';

/**
 * The window that an SLO goes by at a time. A rolling one ends then, and its months, quarters and
 * years are those of the calendar in UTC. Calendar windows tile the time before and after the
 * definition's start in its zone: days and longer keep the local time of day, whatever the clocks do.
 *
 * @param now - Epoch milliseconds.
 * @throws Error where the zone or the start is none.
 * @public
 */
export function windowAt(timeWindow: SloTimeWindow, now: number): TimeStretch {
  const { duration } = timeWindow;
  if (timeWindow.type === 'rolling') {
    return {
      from: plus(DateTime.fromMillis(now, { zone: 'utc' }), duration, -1),
      to: now,
    };
  }
  const start = DateTime.fromISO(timeWindow.startTime, {
    zone: timeWindow.timeZone,
  });
  if (!start.isValid) {
    throw new Error(
      `No time in ${timeWindow.timeZone}: ${timeWindow.startTime} (${start.invalidExplanation})`,
    );
  }
  // Counted from the start each time: month by month, the 31st would end up on the 28th for good.
  let index = Math.floor(
    (now - start.toMillis()) / (sloDurationSeconds(duration) * 1000),
  );
  while (plus(start, duration, index) > now) {
    index--;
  }
  while (plus(start, duration, index + 1) <= now) {
    index++;
  }
  return {
    from: plus(start, duration, index),
    to: plus(start, duration, index + 1),
  };
}

function plus(
  start: DateTime,
  { count, unit }: SloDuration,
  times: number,
): number {
  return start.plus({ [`${unit}s`]: count * times }).toMillis();
}
