import { SloTimeWindow } from '@perf-governance/plugin-performance-common';
import {
  describeRemaining,
  describeSpent,
  describeTimeWindow,
  formatAttainment,
  formatBudgetShare,
  formatBurnRate,
} from './sloWords';

describe('describeTimeWindow', () => {
  it.each<[SloTimeWindow, string]>([
    [
      { type: 'rolling', duration: { count: 30, unit: 'day' } },
      '30 days, rolling',
    ],
    [
      { type: 'rolling', duration: { count: 1, unit: 'month' } },
      '1 month, rolling',
    ],
    [
      {
        type: 'calendar',
        duration: { count: 1, unit: 'month' },
        startTime: '2026-01-01T00:00:00',
        timeZone: 'Europe/Berlin',
      },
      'calendar month, Europe/Berlin',
    ],
    [
      {
        type: 'calendar',
        duration: { count: 2, unit: 'week' },
        startTime: '2026-01-05T00:00:00',
        timeZone: 'UTC',
      },
      'calendar 2 weeks, UTC',
    ],
  ])('writes %j as %s', (window, words) => {
    expect(describeTimeWindow(window)).toBe(words);
  });
});

describe('formatAttainment', () => {
  it.each([
    [0.99934, 0.999, '99.934 %'],
    [0.99287, 0.995, '99.287 %'],
    [0.9512, 0.95, '95.12 %'],
    [1, 0.999, '100 %'],
    // One bad event in ten million isn't none.
    [0.9999999, 0.999, '99.999 %'],
    [0.999995, 0.99999, '99.9995 %'],
  ])('writes %d beside a target of %d as %s', (attainment, target, words) => {
    expect(formatAttainment(attainment, target)).toBe(words);
  });
});

describe('formatBudgetShare', () => {
  it.each([
    [0.4123, '41 %'],
    [0.0042, '0.4 %'],
    [0, '0 %'],
    [-0.43, '−43 %'],
    [-12.5, '−1,250 %'],
    [1, '100 %'],
  ])('writes %d as %s', (share, words) => {
    expect(formatBudgetShare(share)).toBe(words);
  });

  it('says what is overspent', () => {
    expect(describeRemaining(-0.43)).toBe('overspent by 43 %');
    expect(describeRemaining(0.41)).toBe('41 % left');
  });
});

describe('formatBurnRate', () => {
  it.each([
    [14.4, '14.4×'],
    [0.503, '0.5×'],
    [0, '0×'],
    [137.4, '137×'],
  ])('writes %d as %s', (rate, words) => {
    expect(formatBurnRate(rate)).toBe(words);
  });
});

describe('describeSpent', () => {
  it.each([
    [
      {
        bad: 1563,
        countedAs: 'events' as const,
        budget: { allowed: 2369.1, remaining: 806.1, remainingShare: 0.34 },
      },
      '1,563 of 2,369 bad events spent',
    ],
    // Two weeks at 95 % of slices of a minute: 1,008 may be bad.
    [
      {
        bad: 480,
        countedAs: 'slices' as const,
        budget: {
          allowed: 1008,
          remaining: 528,
          remainingShare: 528 / 1008,
          remainingMinutes: 528,
        },
      },
      '8 h of 16 h 48 min bad time spent',
    ],
  ])('writes %j', (status, words) => {
    expect(describeSpent(status)).toBe(words);
  });
});
