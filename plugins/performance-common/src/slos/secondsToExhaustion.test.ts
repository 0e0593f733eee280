import { DAY, HOUR } from './__testUtils__/sloBuilders';
import { presentBurnRate, secondsToExhaustion } from './secondsToExhaustion';

const MONTH = 30 * DAY;

describe('secondsToExhaustion', () => {
  // Google, "The Site Reliability Workbook", ch. 5, burn rates and time to complete budget exhaustion of 30 days:
  // 1: 30 days, 2: 15 days, 10: 3 days, 1,000: 43 minutes
  it.each([
    [1, 30 * DAY],
    [2, 15 * DAY],
    [10, 3 * DAY],
    [1000, 43.2 * 60],
  ])('of a whole budget at burn rate %i is %i s', (burnRate, seconds) => {
    for (const method of ['Occurrences', 'Timeslices'] as const) {
      expect(
        secondsToExhaustion({
          method,
          burnRate,
          remainingShare: 1,
          windowSeconds: MONTH,
          coveredSeconds: MONTH,
        }),
      ).toBe(seconds);
    }
  });

  it.each([
    ['is over once spent', { remainingShare: 0 }, 0],
    ['is over once overspent', { remainingShare: -0.5 }, 0],
    ['never comes without errors', { burnRate: 0 }, undefined],
    ['isn’t known without a rate', { burnRate: undefined }, undefined],
    // As many errors leave a rolling window as come.
    ['never comes below 1× in a rolling window', { burnRate: 0.9 }, undefined],
    ['is proportional to what is left', { remainingShare: 0.25 }, 3.75 * DAY],
    [
      'doesn’t come within a calendar window that ends before',
      { secondsLeft: 14 * DAY },
      undefined,
    ],
    [
      'comes within a calendar window that ends after',
      { secondsLeft: 16 * DAY },
      15 * DAY,
    ],
    // Three days in, half the budget of their events spent, burning at twice: after 1.5 days more, 1.5 + 3
    // days' worth of budget are spent of 4.5 days' events.
    [
      'of a young window grows with the events',
      { remainingShare: 0.5, coveredSeconds: 3 * DAY },
      1.5 * DAY,
    ],
    [
      'of slices is the whole window’s from the start',
      {
        method: 'Timeslices' as const,
        remainingShare: 0.5,
        coveredSeconds: 3 * DAY,
      },
      7.5 * DAY,
    ],
    // 29 days in, none spent: a day of growing, then of 30 days' budget: 30 / 2
    [
      'of a window that fills up meanwhile',
      { remainingShare: 1, coveredSeconds: 29 * DAY },
      15 * DAY,
    ],
  ])('%s', (_, given, seconds) => {
    expect(
      secondsToExhaustion({
        method: 'Occurrences',
        remainingShare: 1,
        burnRate: 2,
        windowSeconds: MONTH,
        coveredSeconds: MONTH,
        ...given,
      }),
    ).toBe(seconds);
  });
});

describe('presentBurnRate', () => {
  const known = (seconds: number, rate?: number) => ({ seconds, rate });

  it.each([
    [
      'the longest shorter than a day',
      [known(HOUR, 1), known(6 * HOUR, 2), known(DAY, 3)],
      2,
    ],
    ['the longest known', [known(HOUR, 1), known(6 * HOUR), known(DAY, 3)], 1],
    ['the shortest known', [known(HOUR), known(DAY, 3), known(3 * DAY, 4)], 3],
    ['none', [known(HOUR)], undefined],
  ])('is %s', (_, burnRates, rate) => {
    expect(presentBurnRate(burnRates)).toBe(rate);
  });
});
