import { Series, Statistic } from '../model';
import { QuantileSketch } from './QuantileSketch';
import { statisticOf } from './statisticOf';

const reported: Series = {
  metric: 'http.request.duration',
  unit: 'ms',
  labels: {},
  count: 1000,
  min: 3,
  max: 900,
  mean: 110,
  quantiles: { '0.5': 100, '0.9': 300, '0.95': 412, '0.999': 880 },
  quantileMethod: 'reported',
};

const ratio: Series = {
  metric: 'http.request.failed',
  unit: 'ratio',
  labels: {},
  count: 1000,
  mean: 0.02,
  quantiles: {},
  quantileMethod: 'none',
};

describe('statisticOf', () => {
  it.each<[Statistic, Series, number, string]>([
    ['p95', reported, 412, 'reported'],
    ['p99.9', reported, 880, 'reported'],
    ['mean', reported, 110, 'none'],
    ['min', reported, 3, 'none'],
    ['max', reported, 900, 'none'],
    ['count', reported, 1000, 'none'],
    ['ratio', ratio, 0.02, 'none'],
    ['rate', { ...ratio, unit: '1/s', mean: 50 }, 50, 'none'],
    [
      'p97',
      {
        ...reported,
        quantiles: {},
        quantileMethod: 'exact',
        values: [10, 20],
      },
      19.7,
      'exact',
    ],
  ])('reads %s', (statistic, series, value, method) => {
    const result = statisticOf(series, statistic);
    expect(result.reason).toBeUndefined();
    expect(result.value).toBeCloseTo(value, 9);
    expect(result).toHaveProperty('method', method);
  });

  it('asks a sketch for a percentile that isn’t stored', () => {
    const sketch = new QuantileSketch();
    for (let value = 1; value <= 1000; value++) {
      sketch.add(value);
    }
    const { value } = statisticOf(
      {
        ...reported,
        quantiles: {},
        quantileMethod: 'ddsketch',
        sketch: sketch.toBase64(),
      },
      'p42',
    );
    // Rank ⌊1 + 0.42 × 999⌋.
    expect(Math.abs((value ?? 0) - 420) / 420).toBeLessThanOrEqual(0.01);
  });

  it.each<[Statistic, Series, string]>([
    [
      'p99',
      reported,
      'The report holds no p99 of http.request.duration, only p50, p90, p95, p99.9.',
    ],
    ['p95', ratio, 'The report holds no percentiles of http.request.failed.'],
    ['ratio', reported, 'The report holds no ratio of http.request.duration.'],
    ['rate', ratio, 'The report holds no rate of http.request.failed.'],
    [
      'mean',
      { ...reported, mean: NaN },
      'The report holds no mean of http.request.duration.',
    ],
    [
      'p95',
      { ...reported, count: 0, quantiles: {} },
      'The report holds no values of http.request.duration.',
    ],
  ])('never makes up %s', (statistic, series, reason) => {
    expect(statisticOf(series, statistic)).toEqual({ reason });
  });
});
