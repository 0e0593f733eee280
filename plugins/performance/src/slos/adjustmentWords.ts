import {
  formatDay,
  formatDuration,
  SloAdjustment,
} from '@perf-governance/plugin-performance-react';

type Times = SloAdjustment['times'];

const WEEKDAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** The parts of an RRULE that we can put in words; nothing for one with others. */
function frequencyWords(rrule: string): string | undefined {
  const parts = new Map(
    rrule
      .replace(/^RRULE:/, '')
      .split(';')
      .map(part => part.split('=') as [string, string]),
  );
  const frequency = parts.get('FREQ');
  const days = parts.get('BYDAY')?.split(',');
  const names = [...parts.keys()].filter(name => name !== 'FREQ');
  if (frequency === 'DAILY' && names.length === 0) {
    return 'every day';
  }
  if (
    frequency === 'WEEKLY' &&
    names.every(name => name === 'BYDAY') &&
    days?.every(day => WEEKDAYS[day])
  ) {
    return `every ${days.map(day => WEEKDAYS[day]).join(' and ')}`;
  }
  const dayOfMonth = parts.get('BYMONTHDAY');
  if (frequency === 'MONTHLY' && names.length === 1 && dayOfMonth) {
    return `on day ${dayOfMonth} of every month`;
  }
  return undefined;
}

function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** When maintenance is: `12 Nov, 03:00, for 2 h`, `every Sunday at 03:00 (Europe/Berlin), for 2 h`. */
export function describeTimes(times: Times, now: Date): string {
  if (times.type === 'once') {
    const seconds = (Date.parse(times.to) - Date.parse(times.from)) / 1000;
    return `${formatDay(times.from, now)}, ${clock(
      times.from,
    )}, for ${formatDuration(seconds)}`;
  }
  const often = frequencyWords(times.rrule);
  const at = `at ${times.from.slice(11, 16)} (${times.timeZone})`;
  return `${often ?? `by the rule ${times.rrule}`} ${at}, for ${formatDuration(
    times.durationSeconds,
  )}`;
}
