import { SloDuration } from '../model';
import { burnWindows } from './burnWindows';

function factors(count: number, unit: SloDuration['unit']) {
  return burnWindows({ type: 'rolling', duration: { count, unit } }).map(
    ({ longWindow, shortWindow, severity, factor }) =>
      `${severity} ${longWindow}/${shortWindow} ${factor}`,
  );
}

describe('burnWindows', () => {
  // Google, "The Site Reliability Workbook", ch. 5: 2 % of the budget in an hour and 5 % in six page, 10 % in
  // three days is a ticket: 14.4, 6 and 1 of 30 days.
  it.each([
    [30, 'day'],
    [1, 'month'],
  ] as const)('are those of the SRE Workbook over %i %s', (count, unit) => {
    expect(factors(count, unit)).toEqual([
      'page 1h/5m 14.4',
      'page 6h/30m 6',
      'ticket 1d/2h 3',
      'ticket 3d/6h 1',
    ]);
  });

  // Share of the budget × window / long window: 2 % × 28 × 24 = 13.44, 5 % × 28 × 4 = 5.6, …
  it('are rescaled to other windows', () => {
    expect(factors(4, 'week')).toEqual([
      'page 1h/5m 13.44',
      'page 6h/30m 5.6',
      'ticket 1d/2h 2.8',
      'ticket 3d/6h 0.9333333333333',
    ]);
  });

  it.each([
    [1, 'quarter', 43.2],
    [1, 'year', 175.2],
  ] as const)('of a %i %s take its nominal length', (count, unit, factor) => {
    expect(factors(count, unit)[0]).toBe(`page 1h/5m ${factor}`);
  });

  it.each([
    [3, 'day', ['1h/5m', '6h/30m', '1d/2h']],
    [1, 'day', ['1h/5m', '6h/30m']],
    [6, 'hour', ['1h/5m']],
    [1, 'hour', []],
  ] as const)(
    'of %i %s leave out what is no shorter',
    (count, unit, expected) => {
      expect(factors(count, unit).map(text => text.split(' ')[1])).toEqual(
        expected,
      );
    },
  );
});
