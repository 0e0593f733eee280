import { formatShare } from './formatShare';

describe('formatShare', () => {
  it.each([
    [19, 24, '79 %'],
    [0, 24, '0 %'],
    [24, 24, '100 %'],
    [999, 1000, '99 %'],
    [1, 1000, '1 %'],
    [0, 0, '–'],
  ])('writes %d of %d as %s', (part, whole, words) => {
    expect(formatShare(part, whole)).toBe(words);
  });
});
