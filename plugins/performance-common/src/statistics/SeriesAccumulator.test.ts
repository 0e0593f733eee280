import { ExactValuePool } from './ExactValuePool';
import { RatioAccumulator } from './RatioAccumulator';
import { SeriesAccumulator } from './SeriesAccumulator';

const IDENTITY = {
  metric: 'http.request.duration',
  unit: 'ms',
  labels: { endpoint: 'POST /pay' },
} as const;

function accumulate(values: Iterable<number>, pool?: ExactValuePool) {
  const accumulator = new SeriesAccumulator({ pool });
  for (const value of values) {
    accumulator.add(value);
  }
  return accumulator.toSeries(IDENTITY);
}

function* range(from: number, to: number) {
  for (let value = from; value <= to; value++) {
    yield value;
  }
}

describe('SeriesAccumulator', () => {
  it('is exact on few values', () => {
    // Mean 5 and population deviation 2: the textbook example of Wikipedia's "Standard deviation".
    expect(accumulate([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({
      ...IDENTITY,
      count: 8,
      min: 2,
      max: 9,
      mean: 5,
      stddev: 2,
      quantileMethod: 'exact',
      quantiles: { '0.5': 4.5 },
      values: [2, 4, 4, 4, 5, 5, 7, 9],
    });
  });

  it('sorts by number', () => {
    expect(accumulate([100, 9, 20]).values).toEqual([9, 20, 100]);
  });

  it('says that it has seen nothing', () => {
    expect(accumulate([])).toEqual({
      ...IDENTITY,
      count: 0,
      quantiles: {},
      quantileMethod: 'none',
    });
  });

  it('keeps 10,000 values and turns into a sketch with the next', () => {
    const exact = accumulate(range(1, 10_000));
    expect(exact.quantileMethod).toBe('exact');
    expect(exact.values).toHaveLength(10_000);
    // 1 + 0.95 × 9999
    expect(exact.quantiles['0.95']).toBeCloseTo(9500.05, 9);

    const sketched = accumulate(range(1, 10_001));
    expect(sketched.quantileMethod).toBe('ddsketch');
    expect(sketched.values).toBeUndefined();
    expect(sketched).toMatchObject({ count: 10_001, min: 1, max: 10_001 });
    expect(sketched.mean).toBeCloseTo(5001, 9);
    // The value at rank ⌊1 + 0.95 × 10000⌋ is 9501.
    expect(
      Math.abs(sketched.quantiles['0.95'] - 9501) / 9501,
    ).toBeLessThanOrEqual(0.01);
  });

  it('stays stable where squares cancel out', () => {
    // Variance of 4, 7, 13, 16 is 22.5, wherever they lie (Knuth, TAOCP 2, 4.2.2).
    const { mean, stddev } = accumulate(
      [4, 7, 13, 16].map(value => value + 1e9),
    );
    expect(mean).toBe(1e9 + 10);
    expect((stddev ?? 0) ** 2).toBeCloseTo(22.5, 6);
  });

  it('shares the exact values of a run with others and gives them back', () => {
    const pool = new ExactValuePool(5);
    expect(accumulate([1, 2, 3], pool).quantileMethod).toBe('exact');
    expect(accumulate([1, 2, 3], pool).quantileMethod).toBe('ddsketch');
    // The second gave its two back.
    expect(accumulate([1, 2], pool).quantileMethod).toBe('exact');
    expect(accumulate([1], pool).quantileMethod).toBe('ddsketch');
  });
});

describe('RatioAccumulator', () => {
  it('counts what matches', () => {
    const accumulator = new RatioAccumulator();
    accumulator.add(true);
    accumulator.add(false, 3);
    expect(
      accumulator.toSeries({ metric: 'http.request.failed', labels: {} }),
    ).toEqual({
      metric: 'http.request.failed',
      unit: 'ratio',
      labels: {},
      count: 4,
      mean: 0.25,
      quantiles: {},
      quantileMethod: 'none',
    });
  });

  it('has no ratio of nothing', () => {
    const series = new RatioAccumulator().toSeries({
      metric: 'http.request.failed',
      labels: {},
    });
    expect(series.count).toBe(0);
    expect(series.mean).toBeUndefined();
  });
});
