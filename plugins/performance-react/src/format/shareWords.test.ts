import { applicableCount, formatShare, holdingCount } from './shareWords';

describe('a share', () => {
  it.each([
    [19, 24, '79 %'],
    [0, 24, '0 %'],
    [24, 24, '100 %'],
    [999, 1000, '99 %'],
    [1, 1000, '1 %'],
    [0, 0, '–'],
  ])('of %d in %d is written %s', (part, whole, words) => {
    expect(formatShare(part, whole)).toBe(words);
  });

  it('keeps what has no data in its denominator, and leaves out what does not apply', () => {
    const counts = {
      pass: 17,
      warn: 2,
      fail: 2,
      'no-data': 3,
      'not-applicable': 4,
    };
    expect(applicableCount(counts)).toBe(24);
    expect(holdingCount(counts)).toBe(19);
  });
});
