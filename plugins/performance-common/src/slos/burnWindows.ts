import { SloBurnAlert, SloTimeWindow } from '../model';
import { exactly } from './exactly';
import { formatSeconds } from './formatSeconds';
import { sloDurationSeconds } from './sloDurationSeconds';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A pair of windows and how many times too fast both must burn.
 *
 * @public
 */
export interface BurnWindowPair
  extends Pick<
    SloBurnAlert,
    'severity' | 'longWindow' | 'shortWindow' | 'factor'
  > {
  longSeconds: number;
  shortSeconds: number;
}

/**
 * Google, "The Site Reliability Workbook", ch. 5, table 5-8, and the fourth pair that its text and
 * tools derived from it use: the share of the budget that is gone once the long window has burnt at
 * the factor.
 */
const PAIRS = [
  { severity: 'page', long: HOUR, short: 5 * MINUTE, budgetShare: 0.02 },
  { severity: 'page', long: 6 * HOUR, short: 30 * MINUTE, budgetShare: 0.05 },
  { severity: 'ticket', long: DAY, short: 2 * HOUR, budgetShare: 0.1 },
  { severity: 'ticket', long: 3 * DAY, short: 6 * HOUR, budgetShare: 0.1 },
] as const;

/**
 * The pairs of windows that an SLO is watched by. Factor = share of the budget × SLO's window / long
 * window: of 30 days 14.4, 6, 3 and 1. Months, quarters and years are taken at 30, 90 and 365 days, so
 * that a factor doesn't change with the month. Pairs that are no shorter than the SLO's window are
 * left out.
 *
 * @public
 */
export function burnWindows({ duration }: SloTimeWindow): BurnWindowPair[] {
  const windowSeconds = sloDurationSeconds(duration);
  return PAIRS.filter(({ long }) => long < windowSeconds).map(
    ({ severity, long, short, budgetShare }) => ({
      severity,
      longWindow: formatSeconds(long),
      shortWindow: formatSeconds(short),
      longSeconds: long,
      shortSeconds: short,
      factor: exactly((budgetShare * windowSeconds) / long),
    }),
  );
}
