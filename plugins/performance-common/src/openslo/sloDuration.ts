import { SloDuration } from '../model';

const UNITS: Record<string, SloDuration['unit']> = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
};

const SECONDS: Partial<Record<SloDuration['unit'], number>> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** The most that ten years hold of each unit; longer ago nothing has been measured. */
const MOST: Record<SloDuration['unit'], number> = {
  minute: 10 * 366 * 1440,
  hour: 10 * 366 * 24,
  day: 10 * 366,
  week: 522,
  month: 120,
  quarter: 40,
  year: 10,
};

/**
 * Reads OpenSLO's shorthand: `M` is a month and `m` a minute.
 *
 * @returns `undefined` if it isn't one, is zero or more than ten years.
 * @public
 */
export function parseSloDuration(text: string): SloDuration | undefined {
  const [, digits, unit] = /^(\d+)([mhdwMQY])$/.exec(text) ?? [];
  const duration = { count: Number(digits), unit: UNITS[unit] };
  return duration.count >= 1 && !isTooLong(duration) ? duration : undefined;
}

/** Whether it is more than ten years. */
export function isTooLong({ count, unit }: SloDuration): boolean {
  return count > MOST[unit];
}

/**
 * Writes OpenSLO's shorthand, e.g. `30d`.
 *
 * @public
 */
export function formatSloDuration({ count, unit }: SloDuration): string {
  const letter = Object.keys(UNITS).find(key => UNITS[key] === unit);
  return `${count}${letter}`;
}

/** Seconds of a duration that has the same length every time; `undefined` of a month and longer. */
export function fixedSeconds({ count, unit }: SloDuration): number | undefined {
  const seconds = SECONDS[unit];
  return seconds === undefined ? undefined : count * seconds;
}

/** Seconds of a duration where it is shortest: in a month of 28 days. */
export function shortestSeconds({ count, unit }: SloDuration): number {
  const days = { month: 28, quarter: 90, year: 365 };
  return (
    fixedSeconds({ count, unit }) ??
    count * days[unit as keyof typeof days] * 86_400
  );
}

/** The longest unit that a whole number of seconds is a multiple of. */
export function durationOfSeconds(seconds: number): SloDuration {
  for (const unit of ['week', 'day', 'hour'] as const) {
    const length = SECONDS[unit] as number;
    if (seconds % length === 0) {
      return { count: seconds / length, unit };
    }
  }
  return { count: seconds / 60, unit: 'minute' };
}
