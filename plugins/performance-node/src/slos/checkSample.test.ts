import { checkSample } from './checkSample';

describe('checkSample', () => {
  it.each([
    ['2026-11-22T12:05:00Z', 10, 300, undefined],
    // Days on the grid are those of UTC.
    ['2026-11-22T00:00:00Z', 10, 86_400, undefined],
    ['2026-11-22T12:05:00Z', 3e11, 300, undefined],
    [
      '2026-11-22T12:05:01Z',
      10,
      300,
      "2026-11-22T12:05:01.000Z isn't the start of a step: steps of 300 s start at 2026-11-22T12:05:00.000Z, 2026-11-22T12:10:00.000Z and so on",
    ],
    [
      '2026-11-21T23:00:00Z',
      10,
      86_400,
      "2026-11-21T23:00:00.000Z isn't the start of a step: steps of 86400 s start at 2026-11-21T00:00:00.000Z, 2026-11-22T00:00:00.000Z and so on",
    ],
    [
      '2026-11-22T12:05:00Z',
      3.1e11,
      300,
      'total is 310000000000, more than 1000000000 a second over 300 s',
    ],
  ])('of %s with %d events in %d s', (time, total, stepSeconds, expected) => {
    expect(
      checkSample({ at: Date.parse(time), good: 1, total }, stepSeconds),
    ).toBe(expected);
  });
});
