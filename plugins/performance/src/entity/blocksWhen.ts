import { formatDay } from '@perf-governance/plugin-performance-react';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** How far off a point in time is: `in 9 days (1 Dec)`, and as an end, `until 16:00`. */
export function blocksWhen(
  instant: string,
  now: Date,
): { from: string; until: string } {
  const left = Date.parse(instant) - now.getTime();
  const day = formatDay(instant, now);
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
  const until = left < DAY_MS ? `until ${time}` : `until ${day}`;
  if (left < HOUR_MS) {
    return { from: 'within the hour', until };
  }
  if (left < DAY_MS) {
    const hours = Math.round(left / HOUR_MS);
    return { from: `in ${hours} ${hours === 1 ? 'hour' : 'hours'}`, until };
  }
  const days = Math.round(left / DAY_MS);
  return {
    from: `in ${days} ${days === 1 ? 'day' : 'days'} (${day})`,
    until,
  };
}
