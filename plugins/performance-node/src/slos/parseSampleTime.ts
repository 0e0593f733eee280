import { DateTime } from 'luxon';

/** Seconds since 1970 reach it in the year 5138, milliseconds did in 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/**
 * Reads when a sample starts.
 *
 * @returns Epoch milliseconds, or undefined where it is no time.
 * @public
 */
export function parseSampleTime(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return Math.round(number >= FIRST_MILLISECONDS ? number : number * 1000);
  }
  if (!/^\d{4}-\d\d-\d\d/.test(text)) {
    return undefined;
  }
  const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
  return time.isValid ? time.toMillis() : undefined;
}
