import { Series } from '../model';
import { mergeSeries } from './mergeSeries';
import { SeriesAccumulator } from './SeriesAccumulator';
import { statisticOf } from './statisticOf';

const DURATION = {
  metric: 'http.request.duration',
  unit: 'ms',
  labels: {},
} as const;

function seriesOf(values: number[]): Series {
  const accumulator = new SeriesAccumulator();
  for (const value of values) {
    accumulator.add(value);
  }
  return accumulator.toSeries(DURATION);
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const reported: Series = {
  ...DURATION,
  count: 100,
  min: 1,
  max: 9,
  mean: 5,
  quantiles: { '0.95': 8 },
  quantileMethod: 'reported',
};

describe('mergeSeries', () => {
  it('of exact series equals the series of all values', () => {
    const parts = [[1, 2, 3, 50], [4], [100, 7, 7]];
    const all = seriesOf(parts.flat());
    const { series } = mergeSeries(parts.map(seriesOf), DURATION);
    const { mean, stddev, ...rest } = series;
    expect(rest).toEqual({
      ...DURATION,
      count: all.count,
      min: all.min,
      max: all.max,
      quantiles: all.quantiles,
      quantileMethod: 'exact',
      values: all.values,
    });
    // (1 + 2 + 3 + 50 + 4 + 100 + 7 + 7) / 8
    expect(mean).toBeCloseTo(21.75, 12);
    expect(stddev).toBeCloseTo(all.stddev ?? NaN, 12);
  });

  it('does not average percentiles', () => {
    // 99 fast values and one run of 99 slow ones: the median of all is not the mean of medians.
    const { series } = mergeSeries(
      [seriesOf(rangeOf(1, 99)), seriesOf([1000])],
      DURATION,
    );
    expect(series.quantiles['0.5']).toBe(50.5);
  });

  it.each([
    ['exact values beyond 10,000', rangeOf(1, 6000), rangeOf(6001, 12_000)],
    ['an exact one and a sketch', rangeOf(1, 100), rangeOf(101, 12_000)],
    ['two sketches', rangeOf(1, 10_500), rangeOf(10_501, 21_000)],
  ])('makes a sketch of %s', (_, first, second) => {
    const { series } = mergeSeries(
      [seriesOf(first), seriesOf(second)],
      DURATION,
    );
    const total = first.length + second.length;
    expect(series.quantileMethod).toBe('ddsketch');
    expect(series.count).toBe(total);
    expect(series.mean).toBeCloseTo((total + 1) / 2, 6);
    for (const [key, value] of Object.entries(series.quantiles)) {
      const exact = Math.floor(Number(key) * (total - 1)) + 1;
      expect(Math.abs(value - exact) / exact).toBeLessThanOrEqual(0.01);
    }
  });

  it('has no percentiles where the tool printed them, and says why', () => {
    const { series, quantilesMissing } = mergeSeries(
      [reported, seriesOf([1, 2, 3])],
      DURATION,
    );
    expect(series).toMatchObject({
      count: 103,
      min: 1,
      max: 9,
      quantiles: {},
      quantileMethod: 'none',
    });
    // (100 × 5 + 3 × 2) / 103
    expect(series.mean).toBeCloseTo(506 / 103, 12);
    expect(series.stddev).toBeUndefined();
    expect(quantilesMissing).toMatch(/printed by a tool/);
    expect(statisticOf(series, 'p95').value).toBeUndefined();
  });

  it('says so when the values are no longer kept', () => {
    const pruned = { ...seriesOf([1, 2]), values: undefined };
    expect(
      mergeSeries([pruned, seriesOf([3])], DURATION).quantilesMissing,
    ).toMatch(/no longer kept/);
  });

  it('leaves a single series as it is, and empty ones out', () => {
    expect(
      mergeSeries([seriesOf([]), reported], {
        ...DURATION,
        labels: { journey: 'pay' },
      }),
    ).toEqual({ series: { ...reported, labels: { journey: 'pay' } } });
  });

  it('weighs ratios by their counts and adds up rates', () => {
    const ratio = (count: number, mean: number): Series => ({
      metric: 'http.request.failed',
      unit: 'ratio',
      labels: {},
      count,
      mean,
      quantiles: {},
      quantileMethod: 'none',
    });
    expect(
      mergeSeries([ratio(900, 0), ratio(100, 0.5)], {
        metric: 'http.request.failed',
        unit: 'ratio',
        labels: {},
      }).series.mean,
    ).toBeCloseTo(0.05, 12);
    const rate = (count: number, mean: number): Series => ({
      ...ratio(count, mean),
      metric: 'http.request.rate',
      unit: '1/s',
    });
    expect(
      mergeSeries([rate(60, 1), rate(120, 2)], {
        metric: 'http.request.rate',
        unit: '1/s',
        labels: {},
      }).series,
    ).toMatchObject({ count: 180, mean: 3, quantileMethod: 'none' });
  });

  it('has no mean where a part doesn’t say its count', () => {
    const { series } = mergeSeries(
      [{ ...reported, count: undefined }, reported],
      DURATION,
    );
    expect(series.count).toBeUndefined();
    expect(series.mean).toBeUndefined();
    expect(series.max).toBe(9);
  });
});
