import { describeTimes } from './adjustmentWords';

const now = new Date('2026-11-22T12:00:00Z');
const recurring = {
  type: 'recurring',
  from: '2026-11-01T03:00:00',
  durationSeconds: 7200,
  timeZone: 'Europe/Berlin',
} as const;

describe('describeTimes', () => {
  it.each([
    [
      {
        type: 'once',
        from: '2026-11-12T03:00:00Z',
        to: '2026-11-12T04:30:00Z',
      } as const,
      /^12 Nov, \d\d:\d\d, for 1 h 30 min$/,
    ],
    [
      { ...recurring, rrule: 'FREQ=WEEKLY;BYDAY=SU' },
      /^every Sunday at 03:00 \(Europe\/Berlin\), for 2 h$/,
    ],
    [
      { ...recurring, rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' },
      /^every Tuesday and Thursday at 03:00 /,
    ],
    [{ ...recurring, rrule: 'FREQ=DAILY' }, /^every day at 03:00 /],
    [
      { ...recurring, rrule: 'FREQ=MONTHLY;BYMONTHDAY=15' },
      /^on day 15 of every month at 03:00 /,
    ],
    // Half of its meaning would be worse than the rule itself.
    [
      { ...recurring, rrule: 'FREQ=WEEKLY;BYDAY=SU;INTERVAL=2' },
      /^by the rule FREQ=WEEKLY;BYDAY=SU;INTERVAL=2 at 03:00 /,
    ],
  ])('writes %j', (times, words) => {
    expect(describeTimes(times, now)).toMatch(words);
  });
});
