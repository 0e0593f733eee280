import { SloDuration } from '../model';

const DAY = 24 * 60 * 60;

/** Months, quarters and years are as long as they mostly are. */
const SECONDS_OF_UNIT: Record<SloDuration['unit'], number> = {
  minute: 60,
  hour: 60 * 60,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
};

/**
 * Nominal length of a duration: a month is 30 days, a quarter 90, a year 365. For limits that shouldn't
 * change from month to month; `windowAt` has the real length.
 *
 * @public
 */
export function sloDurationSeconds({ count, unit }: SloDuration): number {
  return count * SECONDS_OF_UNIT[unit];
}
