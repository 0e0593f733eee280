const DATE_FIRST =
  /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,3}))?$/;
const AMERICAN = /^(\d{2})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/**
 * Reads the time of a sample: milliseconds since 1970, or one of the formats that JMeter itself
 * tries (apache/jmeter, CSVSaveService.java). Those say no time zone; they are taken for UTC.
 *
 * @returns milliseconds since 1970, NaN if it is none of these
 */
export function parseJmeterTime(text: string): {
  timeMs: number;
  zoned: boolean;
} {
  if (/^\d+$/.test(text)) {
    return { timeMs: Number(text), zoned: true };
  }
  const dateFirst = DATE_FIRST.exec(text);
  if (dateFirst) {
    const [year, month, day, hour, minute, second] = dateFirst
      .slice(1, 7)
      .map(Number);
    const milliseconds = Number((dateFirst[7] ?? '').padEnd(3, '0'));
    return {
      timeMs: utc(year, month, day, hour, minute, second) + milliseconds,
      zoned: false,
    };
  }
  const american = AMERICAN.exec(text);
  if (american) {
    const [month, day, year, hour, minute, second] = american
      .slice(1)
      .map(Number);
    return {
      timeMs: utc(2000 + year, month, day, hour, minute, second),
      zoned: false,
    };
  }
  const zoned = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text);
  return { timeMs: zoned ? Date.parse(text) : NaN, zoned };
}

/** Unlike Date.UTC, knows that there is no 31 February. */
function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute;
  return exists ? date.getTime() : NaN;
}
