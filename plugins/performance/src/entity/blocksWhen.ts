import { formatDay } from '@perf-governance/plugin-performance-react';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Midnights between two instants, where the reader is. */
function calendarDays(from: Date, to: Date): number {
  const day = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (day(to) - day(from)) / DAY_MS;
}

/** How far off a point in time is: `in 9 days (1 Dec)`, and as an end, `until 16:00`. */
export function blocksWhen(
  instant: string,
  now: Date,
): { from: string; until: string } {
  const day = formatDay(instant, now);
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
  const days = calendarDays(now, new Date(instant));
  if (days < 1) {
    return { from: `today at ${time}`, until: `until ${time}` };
  }
  if (days === 1) {
    return { from: `tomorrow at ${time}`, until: `until tomorrow at ${time}` };
  }
  return { from: `in ${days} days (${day})`, until: `until ${day}` };
}
