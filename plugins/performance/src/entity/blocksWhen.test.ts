import { blocksWhen } from './blocksWhen';

const now = new Date('2026-11-22T20:45:00');

// Local times: it is about the reader's days.
describe('blocksWhen', () => {
  it.each([
    ['2026-12-01T00:00:00', 'in 9 days (1 Dec)'],
    ['2026-12-01T23:59:00', 'in 9 days (1 Dec)'],
    ['2027-01-21T12:00:00', 'in 60 days (21 Jan 2027)'],
    ['2026-11-23T00:00:00', 'tomorrow at 00:00'],
    ['2026-11-22T23:00:00', 'today at 23:00'],
  ])('says of %s: %s', (instant, words) => {
    expect(blocksWhen(instant, now).from).toBe(words);
  });

  it.each([
    ['2026-11-25T12:00:00', 'until 25 Nov'],
    ['2026-11-23T04:00:00', 'until tomorrow at 04:00'],
    ['2026-11-22T23:00:00', 'until 23:00'],
  ])('says of an end at %s: %s', (instant, words) => {
    expect(blocksWhen(instant, now).until).toBe(words);
  });
});
