import { SloDuration, SloTimeWindow } from '../model';
import { windowAt } from './windowAt';

const HOUR = 60 * 60 * 1000;

function calendar(
  unit: SloDuration['unit'],
  startTime: string,
  timeZone: string,
  count = 1,
): SloTimeWindow {
  return { type: 'calendar', duration: { count, unit }, startTime, timeZone };
}

function rolling(count: number, unit: SloDuration['unit']): SloTimeWindow {
  return { type: 'rolling', duration: { count, unit } };
}

describe('windowAt', () => {
  // Offsets and the days they change on: IANA's time zone database. Berlin changes at 01:00 UTC on
  // 2026-03-29 and 2026-10-25, New York at 07:00 and 06:00 UTC on 2026-03-08 and 2026-11-01, Lord Howe
  // by half an hour at 15:00 UTC on 2026-04-04.
  it.each([
    [
      'a month that loses an hour',
      calendar('month', '2026-01-01T00:00:00', 'Europe/Berlin'),
      '2026-03-15T12:00:00Z',
      ['2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z', 743],
    ],
    [
      'a month that gains an hour',
      calendar('month', '2026-01-01T00:00:00', 'Europe/Berlin'),
      '2026-10-25T01:30:00Z',
      ['2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z', 745],
    ],
    [
      'the same in another zone',
      calendar('month', '2026-01-01T00:00:00', 'America/New_York'),
      '2026-11-01T05:00:00Z',
      ['2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z', 721],
    ],
    [
      'a leap year’s February',
      calendar('month', '2024-01-01T00:00:00', 'UTC'),
      '2024-02-29T23:59:59Z',
      ['2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', 29 * 24],
    ],
    [
      'a leap year',
      calendar('year', '2021-01-01T00:00:00', 'UTC'),
      '2024-12-31T23:59:59Z',
      ['2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 366 * 24],
    ],
    [
      'a year from a leap day',
      calendar('year', '2024-02-29T00:00:00', 'UTC'),
      '2025-03-01T00:00:00Z',
      ['2025-02-28T00:00:00Z', '2026-02-28T00:00:00Z', 365 * 24],
    ],
    [
      'the leap day again after four years',
      calendar('year', '2024-02-29T00:00:00', 'UTC'),
      '2028-03-01T00:00:00Z',
      ['2028-02-29T00:00:00Z', '2029-02-28T00:00:00Z', 365 * 24],
    ],
    [
      'a quarter',
      calendar('quarter', '2026-01-01T00:00:00', 'Europe/Berlin'),
      '2026-05-01T00:00:00Z',
      ['2026-03-31T22:00:00Z', '2026-06-30T22:00:00Z', 91 * 24],
    ],
    [
      'a financial quarter',
      calendar('quarter', '2025-11-01T00:00:00', 'UTC'),
      '2026-11-22T00:00:00Z',
      ['2026-11-01T00:00:00Z', '2027-02-01T00:00:00Z', 92 * 24],
    ],
    [
      'a week from Monday morning',
      calendar('week', '2026-01-05T09:00:00', 'Europe/Berlin'),
      '2026-03-29T12:00:00Z',
      ['2026-03-23T08:00:00Z', '2026-03-30T07:00:00Z', 167],
    ],
    [
      'a week before the definition’s start',
      calendar('week', '2026-01-05T00:00:00', 'UTC'),
      '2025-12-28T00:00:00Z',
      ['2025-12-22T00:00:00Z', '2025-12-29T00:00:00Z', 168],
    ],
    [
      'the first instant of a window',
      calendar('day', '2026-01-01T00:00:00', 'UTC'),
      '2026-11-22T00:00:00Z',
      ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z', 24],
    ],
    [
      'a day in a zone of quarter hours',
      calendar('day', '2026-01-01T00:00:00', 'Asia/Kathmandu'),
      '2026-11-22T18:14:59Z',
      ['2026-11-21T18:15:00Z', '2026-11-22T18:15:00Z', 24],
    ],
    [
      'a day that gains half an hour',
      calendar('day', '2026-01-01T00:00:00', 'Australia/Lord_Howe'),
      '2026-04-04T14:00:00Z',
      ['2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5],
    ],
    [
      'a day that begins in the hour that is left out',
      calendar('day', '2026-01-01T02:30:00', 'Europe/Berlin'),
      '2026-03-29T12:00:00Z',
      ['2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z', 23],
    ],
    [
      'a month from the 31st, which comes back to the 31st',
      calendar('month', '2026-01-31T00:00:00', 'UTC'),
      '2026-03-31T12:00:00Z',
      ['2026-03-31T00:00:00Z', '2026-04-30T00:00:00Z', 30 * 24],
    ],
    [
      'twelve hours over the change of clocks',
      calendar('hour', '2026-01-01T00:00:00', 'Europe/Berlin', 12),
      '2026-03-29T12:00:00Z',
      ['2026-03-29T11:00:00Z', '2026-03-29T23:00:00Z', 12],
    ],
    [
      'rolling weeks',
      rolling(4, 'week'),
      '2026-03-31T12:00:00Z',
      ['2026-03-03T12:00:00Z', '2026-03-31T12:00:00Z', 28 * 24],
    ],
    [
      'a rolling month of 28 days',
      rolling(1, 'month'),
      '2026-03-31T12:00:00Z',
      ['2026-02-28T12:00:00Z', '2026-03-31T12:00:00Z', 31 * 24],
    ],
    [
      'a rolling year with a leap day',
      rolling(1, 'year'),
      '2024-03-01T00:00:00Z',
      ['2023-03-01T00:00:00Z', '2024-03-01T00:00:00Z', 366 * 24],
    ],
  ])('is right for %s', (_, timeWindow, now, [from, to, hours]) => {
    const window = windowAt(timeWindow, Date.parse(now));

    expect({
      from: new Date(window.from).toISOString(),
      to: new Date(window.to).toISOString(),
      hours: (window.to - window.from) / HOUR,
    }).toEqual({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      hours,
    });
  });

  it.each(['2026-01-01T00:00:00', '1999-06-30T13:45:00'])(
    'tiles time from %s without gap or overlap',
    startTime => {
      for (const zone of [
        'Europe/Berlin',
        'America/St_Johns',
        'Pacific/Apia',
        'Africa/Casablanca',
      ]) {
        for (const unit of ['day', 'week', 'month', 'quarter'] as const) {
          const timeWindow = calendar(unit, startTime, zone);
          let window = windowAt(timeWindow, Date.parse('2011-12-01T00:00:00Z'));
          for (let count = 0; count < 40; count++) {
            const next = windowAt(timeWindow, window.to);
            expect(next.from).toBe(window.to);
            expect(windowAt(timeWindow, next.to - 1)).toEqual(next);
            window = next;
          }
        }
      }
    },
  );

  it('refuses zones that there are not', () => {
    expect(() =>
      windowAt(calendar('day', '2026-01-01T00:00:00', 'Europe/Atlantis'), 0),
    ).toThrow('Europe/Atlantis');
  });
});
