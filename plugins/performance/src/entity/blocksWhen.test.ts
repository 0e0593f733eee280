import { blocksWhen } from './blocksWhen';

const now = new Date('2026-11-22T12:00:00Z');

describe('blocksWhen', () => {
  it.each([
    ['2026-12-01T12:00:00Z', 'in 9 days (1 Dec)'],
    ['2026-11-23T13:00:00Z', 'in 1 day (23 Nov)'],
    ['2026-11-22T15:00:00Z', 'in 3 hours'],
    ['2026-11-22T13:00:00Z', 'in 1 hour'],
    ['2026-11-22T12:20:00Z', 'within the hour'],
  ])('says of %s: %s', (instant, words) => {
    expect(blocksWhen(instant, now).from).toBe(words);
  });

  it('names the day of an end further away than a day', () => {
    expect(blocksWhen('2026-11-25T12:00:00Z', now).until).toBe('until 25 Nov');
  });
});
