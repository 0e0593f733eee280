import { recurrenceRule } from './recurrence';

describe('recurrenceRule', () => {
  // 1 November 2026 is a Sunday.
  it.each([
    ['daily', '2026-11-01T03:00', 'FREQ=DAILY'],
    ['weekly', '2026-11-01T03:00', 'FREQ=WEEKLY;BYDAY=SU'],
    ['weekly', '2026-11-01T00:30', 'FREQ=WEEKLY;BYDAY=SU'],
    ['monthly', '2026-11-15T23:30', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ] as const)('makes what is %s from %s %s', (recurrence, start, rule) => {
    expect(recurrenceRule(recurrence, start)).toBe(rule);
  });
});
