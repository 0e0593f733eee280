/** How often maintenance comes again. */
export const RECURRENCES = [
  { value: 'never', title: 'Once' },
  { value: 'daily', title: 'Every day' },
  { value: 'weekly', title: 'Every week' },
  { value: 'monthly', title: 'Every month' },
  { value: 'rule', title: 'By a rule (RRULE)' },
] as const;

export type Recurrence = (typeof RECURRENCES)[number]['value'];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The rule (RFC 5545) of what comes again on the weekday or day of the month of its first time.
 *
 * @param start - Local time without a zone, `2026-11-01T03:00`.
 */
export function recurrenceRule(
  recurrence: Exclude<Recurrence, 'never' | 'rule'>,
  start: string,
): string {
  // Its own calendar day, whatever zone this browser is in.
  const day = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  switch (recurrence) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${WEEKDAYS[day.getUTCDay()]}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYMONTHDAY=${day.getUTCDate()}`;
    default:
      return 'FREQ=DAILY';
  }
}
