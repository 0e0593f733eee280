import { formatSpan } from './formatSpan';

it.each([
  [302.4, '5 min 2.4 s'],
  [1008 * 60, '16 h 48 min'],
  [43.2 * 60, '43 min 12 s'],
  [30 * 24 * 3600, '30 d'],
  [25 * 3600 + 59, '1 d 1 h'],
  [59.96, '1 min'],
  [0.25, '0.3 s'],
  [0, '0 s'],
  [-90, '−1 min 30 s'],
])('says %d seconds as %s', (seconds, text) => {
  expect(formatSpan(seconds)).toBe(text);
});
