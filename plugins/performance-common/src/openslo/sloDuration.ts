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

/**
 * Reads OpenSLO's shorthand: `M` is a month and `m` a minute.
 *
 * @returns `undefined` if it isn't one, or is zero.
 * @public
 */
export function parseSloDuration(text: string): SloDuration | undefined {
  const [, digits, unit] = /^(\d+)([mhdwMQY])$/.exec(text) ?? [];
  const count = Number(digits);
  return count >= 1 && Number.isSafeInteger(count)
    ? { count, unit: UNITS[unit] }
    : undefined;
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
