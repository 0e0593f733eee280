import { parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    ['30d', 2_592_000],
    ['12h', 43_200],
    ['90 min', 5400],
    ['2w', 1_209_600],
    ['1.5h', 5400],
    ['45s', 45],
    ['P30D', 2_592_000],
    ['PT12H', 43_200],
    ['P1DT12H30M', 131_400],
    ['P2W', 1_209_600],
    ['PT0.5S', 0.5],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    ['30', 'is not a length of time'],
    ['P', 'is not a length of time'],
    ['PT', 'is not a length of time'],
    ['P1M', 'is not a length of time'],
    ['-3d', 'is not a length of time'],
    ['a month', 'is not a length of time'],
    ['0d', 'must be more than zero'],
    ['P0D', 'must be more than zero'],
  ])('refuses %s', (text, message) => {
    expect(() => parseDuration(text)).toThrow(message);
  });
});
