import { SloAdjustmentTimes } from './SloAdjustmentTimes';
import { checkAdjustmentTimes } from './checkAdjustmentTimes';
import { expandAdjustments } from './expandAdjustments';
import { firstAdjustmentTime } from './firstAdjustmentTime';

function expand(times: SloAdjustmentTimes, from: string, to: string) {
  return expandAdjustments([{ id: 'a', times }], {
    from: Date.parse(from),
    to: Date.parse(to),
  }).map(exclusion =>
    [exclusion.from, exclusion.to]
      .map(time => new Date(time).toISOString().slice(0, 16))
      .join(' '),
  );
}

function recurring(rrule: string, rest: object = {}): SloAdjustmentTimes {
  return {
    type: 'recurring',
    rrule,
    from: '2026-01-01T02:30:00',
    durationSeconds: 3600,
    timeZone: 'Europe/Berlin',
    ...rest,
  };
}

describe('expandAdjustments', () => {
  // Berlin goes from UTC+1 to UTC+2 at 02:00 on 29 March 2026, and back at 03:00 on 25 October 2026.
  it.each([
    [
      'has none on the day whose hour is left out (RFC 5545, 3.3.10)',
      recurring('FREQ=DAILY'),
      ['2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z'],
      [
        '2026-03-28T01:30 2026-03-28T02:30',
        '2026-03-30T00:30 2026-03-30T01:30',
      ],
    ],
    [
      'starts the first time round on the day whose hour comes twice',
      recurring('FREQ=DAILY'),
      ['2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z'],
      [
        '2026-10-24T00:30 2026-10-24T01:30',
        '2026-10-25T00:30 2026-10-25T01:30',
        '2026-10-26T01:30 2026-10-26T02:30',
      ],
    ],
    [
      'on weekdays of a month',
      recurring('FREQ=MONTHLY;BYDAY=-1SU', { durationSeconds: 7200 }),
      ['2026-09-01T00:00:00Z', '2026-12-01T00:00:00Z'],
      [
        '2026-09-27T00:30 2026-09-27T02:30',
        '2026-10-25T00:30 2026-10-25T02:30',
        '2026-11-29T01:30 2026-11-29T03:30',
      ],
    ],
    [
      'not after its end',
      recurring('FREQ=DAILY;UNTIL=20260103T013000Z'),
      ['2026-01-02T00:00:00Z', '2026-02-01T00:00:00Z'],
      [
        '2026-01-02T01:30 2026-01-02T02:30',
        '2026-01-03T01:30 2026-01-03T02:30',
      ],
    ],
    [
      'as often as it says',
      recurring('FREQ=WEEKLY;COUNT=2'),
      ['2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
      [
        '2026-01-01T01:30 2026-01-01T02:30',
        '2026-01-08T01:30 2026-01-08T02:30',
      ],
    ],
    [
      'that begins before the stretch and one that ends after it',
      recurring('FREQ=DAILY', { durationSeconds: 22 * 3600 }),
      ['2026-01-02T12:00:00Z', '2026-01-03T12:00:00Z'],
      [
        '2026-01-02T01:30 2026-01-02T23:30',
        '2026-01-03T01:30 2026-01-03T23:30',
      ],
    ],
  ])('%s', (_, times, [from, to], expected) => {
    expect(checkAdjustmentTimes(times)).toBeUndefined();
    expect(expand(times, from, to)).toEqual(expected);
  });

  it('takes one-off adjustments that touch the stretch', () => {
    const once: SloAdjustmentTimes = {
      type: 'once',
      from: '2026-03-01T10:00:00+02:00',
      to: '2026-03-01T12:00:00+02:00',
    };

    expect(
      expand(once, '2026-03-01T09:59:00Z', '2026-03-02T00:00:00Z'),
    ).toEqual(['2026-03-01T08:00 2026-03-01T10:00']);
    expect(
      expand(once, '2026-03-01T10:00:00Z', '2026-03-02T00:00:00Z'),
    ).toEqual([]);
    expect(
      expand(once, '2026-03-01T00:00:00Z', '2026-03-01T08:00:00Z'),
    ).toEqual([]);
  });

  it('is in order, each with its adjustment', () => {
    const times = (hour: number): SloAdjustmentTimes => ({
      type: 'once',
      from: `2026-03-01T0${hour}:00:00Z`,
      to: '2026-03-01T09:00:00Z',
    });

    expect(
      expandAdjustments(
        [
          { id: 'late', times: times(5) },
          { id: 'early', times: times(4) },
        ],
        { from: Date.parse('2026-03-01'), to: Date.parse('2026-03-02') },
      ).map(({ adjustmentId }) => adjustmentId),
    ).toEqual(['early', 'late']);
  });
});

describe('checkAdjustmentTimes', () => {
  it.each([
    [
      { type: 'once', from: '2026-03-01', to: '2026-03-01' },
      'after its beginning',
    ],
    [{ type: 'once', from: 'soon', to: '2026-03-01' }, 'after its beginning'],
    [recurring('FREQ=DAILY', { durationSeconds: 0 }), 'take some time'],
    [
      recurring('FREQ=DAILY', { timeZone: 'Europe/Atlantis' }),
      'time zone "Europe/Atlantis"',
    ],
    [recurring('FREQ=DAILY', { from: '2026-01-01T02:30:00Z' }), 'local time'],
    [recurring('FREQ=DAILY', { from: '2026-13-01T02:30:00' }), 'local time'],
    [recurring('FREQ=MINUTELY'), 'can\'t be "MINUTELY"'],
    [recurring('FREQ=DAILY;BYHOUR=24'), 'BYHOUR'],
    [recurring('FREQ=MONTHLY;BYMONTHDAY=0'), 'BYMONTHDAY'],
    [recurring('FREQ=WEEKLY;BYDAY=XX'), 'BYDAY'],
    [recurring('FREQ=DAILY;INTERVAL=0'), 'INTERVAL'],
    [recurring('FREQ=DAILY;COUNT=2;UNTIL=20260301T000000Z'), 'not both'],
    [recurring('FREQ=DAILY;FREQ=WEEKLY'), '"FREQ=WEEKLY" isn\'t a part'],
    [recurring('FREQ=DAILY\nDTSTART:20200101T000000Z'), 'FREQ'],
    [recurring('constructor=1'), "isn't a part"],
    [recurring('BYDAY=SU'), 'how often'],
    [recurring(''), "isn't a part"],
    [
      recurring('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      'The recurrence rule "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" never occurs.',
    ],
    // Every thousandth hour is one of 02:30, 18:30 and 10:30, an hour later in summer.
    [
      recurring('FREQ=HOURLY;INTERVAL=1000;BYHOUR=5'),
      'The recurrence rule "FREQ=HOURLY;INTERVAL=1000;BYHOUR=5" never occurs.',
    ],
    [
      recurring('FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30'),
      "BYMONTHDAY doesn't go with FREQ=HOURLY",
    ],
    [
      {
        type: 'once',
        from: '2026-03-01T00:00:00Z',
        to: '2027-03-02T00:00:00.001Z',
      },
      'not take longer than 366 days',
    ],
  ] as [SloAdjustmentTimes, string][])('refuses %j', (times, message) => {
    expect(checkAdjustmentTimes(times)).toContain(message);
  });

  it.each([
    { type: 'once', from: '2026-03-01T00:00:00Z', to: '2027-03-02T00:00:00Z' },
    recurring('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29'),
    recurring('FREQ=HOURLY;BYDAY=SU;BYHOUR=3'),
  ] as SloAdjustmentTimes[])('takes %j', times => {
    expect(checkAdjustmentTimes(times)).toBeUndefined();
  });
});

describe('firstAdjustmentTime', () => {
  it.each<[string, SloAdjustmentTimes, string]>([
    [
      'a one-off adjustment',
      {
        type: 'once',
        from: '2026-03-01T10:00:00+02:00',
        to: '2026-03-01T12:00:00+02:00',
      },
      '2026-03-01T08:00:00.000Z',
    ],
    // 1 January 2026 is a Thursday.
    [
      'a recurring one that starts on another day than it recurs',
      recurring('FREQ=WEEKLY;BYDAY=SU'),
      '2026-01-04T01:30:00.000Z',
    ],
    [
      'one of leap days',
      recurring('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'),
      '2028-02-29T01:30:00.000Z',
    ],
  ])('of %s', (_, times, expected) => {
    expect(new Date(firstAdjustmentTime(times) ?? NaN).toISOString()).toBe(
      expected,
    );
  });
});
