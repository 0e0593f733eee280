const DAY = 24 * 60 * 60 * 1000;

const RELATIVE_UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

const relativeFormat = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * How long before `now` an instant was: `3 days ago`.
 *
 * @param instant - ISO 8601.
 * @public
 */
export function formatRelativeTime(instant: string, now: Date): string {
  const difference = Date.parse(instant) - now.getTime();
  for (const [unit, length] of RELATIVE_UNITS) {
    if (Math.abs(difference) >= length) {
      return relativeFormat.format(Math.round(difference / length), unit);
    }
  }
  return 'just now';
}

/**
 * Day and month, and the year where it isn't the current one: `12 Nov`, `12 Nov 2025`.
 *
 * @param instant - ISO 8601.
 * @public
 */
export function formatDay(instant: string, now: Date): string {
  const date = new Date(instant);
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric',
  }).format(date);
}

/**
 * The exact local time with its zone: `12 Nov 2026, 14:03:21 UTC`.
 *
 * @param instant - ISO 8601.
 * @public
 */
export function formatExactTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/**
 * A length of time: `45 s`, `12 min`, `1 h 5 min`, `30 days`.
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  if (seconds < 60) {
    return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  }
  const days = Math.round(hours / 24);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
