import { Series } from '../model';
import { SeriesAccumulator } from '../statistics';
import { distributionEdges, distributionOf } from './distributionOf';

function seriesOf(values: number[]): Series {
  const accumulator = new SeriesAccumulator();
  for (const value of values) {
    accumulator.add(value);
  }
  return accumulator.toSeries({
    metric: 'http.request.duration',
    unit: 'ms',
    labels: {},
  });
}

function rangeOf(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1);
}

describe('distributionOf', () => {
  it('counts values into buckets, the upper edge only in the last', () => {
    expect(
      distributionOf(seriesOf([0, 1, 9, 10, 19, 20]), [0, 10, 20]),
    ).toEqual([
      { from: 0, to: 10, share: 0.5 },
      { from: 10, to: 20, share: 0.5 },
    ]);
  });

  it('reads a sketch as it reads values', () => {
    const edges = [0, 2500, 5000, 7500, 20_000];
    const shares = distributionOf(seriesOf(rangeOf(20_000)), edges)?.map(
      bucket => bucket.share,
    );
    // 1 % of 5000 values more or less in a bucket of 2500.
    [0.125, 0.125, 0.125, 0.625].forEach((share, index) =>
      expect(Math.abs((shares?.[index] ?? 0) - share)).toBeLessThan(0.006),
    );
    expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('does not exist for percentiles that a tool printed', () => {
    const printed: Series = {
      ...seriesOf([]),
      count: 9,
      quantiles: { '0.5': 1, '0.95': 2 },
      quantileMethod: 'reported',
    };
    expect(distributionOf(printed, [0, 1])).toBeUndefined();
    expect(distributionEdges([printed])).toEqual([]);
  });
});

describe('distributionEdges', () => {
  it('spans all series, with outliers in one last bucket', () => {
    const edges = distributionEdges(
      [seriesOf(rangeOf(1000)), seriesOf([...rangeOf(999), 90_000])],
      40,
    );
    expect(edges).toHaveLength(41);
    expect(edges[0]).toBe(1);
    expect(edges[40]).toBe(90_000);
    // Both p99.5 lie at 1 + 0.995 × 999.
    expect(edges[39]).toBeCloseTo(995.005, 6);
    expect([...edges].sort((a, b) => a - b)).toEqual(edges);
  });

  it('is a single bucket where all values are equal', () => {
    const series = seriesOf([5, 5, 5]);
    const edges = distributionEdges([series]);
    expect(distributionOf(series, edges)).toEqual([
      { from: 5, to: 5, share: 1 },
    ]);
  });
});
