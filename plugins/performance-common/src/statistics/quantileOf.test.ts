import { quantileOf } from './quantileOf';

describe('quantileOf', () => {
  // What grafana/k6 metrics/sink_test.go expects of its trend of these ten values.
  it.each([
    [0, 0],
    [0.5, 55],
    [0.9, 91],
    [0.95, 95.5],
    [1, 100],
  ])('of ten values at %d equals k6’s', (quantile, expected) => {
    const sorted = [0, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    expect(quantileOf(sorted, quantile)).toBeCloseTo(expected, 12);
  });

  // Two values: 5 + (10 - 5) × quantile, also in k6's test.
  it.each([
    [0.5, 7.5],
    [0.95, 9.75],
    [0.99, 9.95],
  ])('of two values at %d lies between them', (quantile, expected) => {
    expect(quantileOf([5, 10], quantile)).toBeCloseTo(expected, 12);
  });

  it('of one value is that value', () => {
    expect(quantileOf([42], 0.999)).toBe(42);
  });
});
