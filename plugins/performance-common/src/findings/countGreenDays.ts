/**
 * What a day of evidence left a bound finding at: `green` where every judgement of it was a pass. A waiver makes no difference: it leaves states as they are.
 *
 * @public
 */
export type FindingDayState = 'green' | 'red';

/**
 * A day on which something new was judged for what a finding is bound to.
 *
 * @public
 */
export interface FindingDay {
  /** ISO 8601 date, UTC. */
  day: string;
  state: FindingDayState;
}

/**
 * Days of evidence in a row, all green, up to the newest.
 *
 * @public
 */
export interface GreenDays {
  count: number;
  /** ISO 8601 date of the first of them; absent where there is none. */
  since?: string;
  /** ISO 8601 date of the last. */
  until?: string;
}

/**
 * Counts green days back from the newest day of evidence. Days that aren't there had no evidence: they neither count
 * nor end the row.
 *
 * @param days - In any order, each once.
 * @param from - ISO 8601 date; earlier days don't count.
 * @public
 */
export function countGreenDays(
  days: readonly FindingDay[],
  from?: string,
): GreenDays {
  const newestFirst = days
    .filter(({ day }) => from === undefined || day >= from)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const firstRed = newestFirst.findIndex(({ state }) => state === 'red');
  const green = firstRed < 0 ? newestFirst : newestFirst.slice(0, firstRed);
  return {
    count: green.length,
    since: green[green.length - 1]?.day,
    until: green[0]?.day,
  };
}
