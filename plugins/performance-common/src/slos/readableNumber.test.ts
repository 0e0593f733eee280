import { readableNumber } from './readableNumber';

it.each([
  [0, 0],
  [2_367_511, 2_367_511],
  // What Prometheus makes of counters is seldom whole.
  [2_367_511.333333333, 2_367_511.33],
  [2369.0740000000005, 2369.07],
  [33.333333333333336, 33.3333],
  [-0.4299999999999997, -0.43],
  [0.1 + 0.2, 0.3],
  [0.999999571428, 0.99999957],
  [0.000001234567891, 0.0000012345679],
])('of %d is %d', (value, expected) => {
  expect(readableNumber(value)).toBe(expected);
});
