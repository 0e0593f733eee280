import { formatDay, formatDuration, formatRelativeTime } from './formatDate';

const now = new Date('2026-11-22T12:00:00Z');

describe('formatRelativeTime', () => {
  it.each([
    ['2026-11-22T11:59:40Z', 'just now'],
    ['2026-11-22T11:55:00Z', '5 minutes ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-11-18T12:00:00Z', '4 days ago'],
    ['2026-11-08T12:00:00Z', '2 weeks ago'],
    ['2026-08-24T12:00:00Z', '3 months ago'],
    ['2026-11-23T13:00:00Z', 'tomorrow'],
  ])('writes %s as %s', (instant, words) => {
    expect(formatRelativeTime(instant, now)).toBe(words);
  });
});

describe('formatDay', () => {
  it('names the year only where it is another one', () => {
    expect(formatDay('2026-10-29T12:00:00Z', now)).toBe('29 Oct');
    expect(formatDay('2025-10-29T12:00:00Z', now)).toBe('29 Oct 2025');
  });
});

describe('formatDuration', () => {
  it.each([
    [0.42, '0.4 s'],
    [59, '59 s'],
    [90, '2 min'],
    [3600, '1 h'],
    [3900, '1 h 5 min'],
    [86_400, '1 day'],
    [30 * 86_400, '30 days'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});
