import { Series } from '../model';
import { compareSeries } from './compareSeries';

function duration(p95: number, fields: Partial<Series> = {}): Series {
  return {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: { endpoint: 'POST /pay' },
    count: 100,
    quantiles: { '0.95': p95 },
    quantileMethod: 'reported',
    ...fields,
  };
}

describe('compareSeries', () => {
  it('gives the relative change and whether it is beyond the noise', () => {
    // Median 100, absolute deviations 0 1 1 2 3, their median 1, spread 1.4826.
    const history = [98, 99, 100, 101, 103].map(value => [duration(value)]);
    const [row] = compareSeries({
      run: [duration(112)],
      baseline: [duration(100)],
      history,
    });
    expect(row).toMatchObject({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: { endpoint: 'POST /pay' },
      statistic: 'p95',
      value: 112,
      baseline: 100,
      comparable: true,
      significant: true,
      noise: { median: 100, runs: 5 },
    });
    expect(row.delta).toBeCloseTo(0.12, 12);
    expect(row.noise?.spread).toBeCloseTo(1.4826, 9);
    expect(row.noise?.relative).toBeCloseTo(0.014826, 9);

    // Three spreads are 4.45 ms.
    const [within] = compareSeries({
      run: [duration(104)],
      baseline: [duration(100)],
      history,
    });
    expect(within.significant).toBe(false);
  });

  it('does not know what is significant from fewer than three runs', () => {
    const [row] = compareSeries({
      run: [duration(500)],
      baseline: [duration(100)],
      history: [[duration(100)], [duration(101)]],
    });
    expect(row.comparable).toBe(true);
    expect(row.significant).toBeUndefined();
    expect(row.noise).toBeUndefined();
  });

  // A sketch is off by at most 1 %, an exact percentile by nothing.
  it.each([
    [101.5, true],
    [100.5, false],
    [98.5, true],
    [99.5, false],
  ])(
    'compares a sketch’s %d with an exact 100 only outside its error: %s',
    (value, comparable) => {
      const [row] = compareSeries({
        run: [duration(value, { quantileMethod: 'ddsketch' })],
        baseline: [duration(100, { quantileMethod: 'exact' })],
      });
      expect(row.comparable).toBe(comparable);
      expect(row.delta === undefined).toBe(!comparable);
      expect(row.reason === undefined).toBe(comparable);
    },
  );

  it.each<[string, Series[], Series[], string]>([
    [
      'the baseline lacks the labels',
      [duration(1)],
      [duration(1, { labels: {} })],
      'The baseline holds no such series.',
    ],
    [
      'the baseline lacks the percentile',
      [duration(1)],
      [duration(1, { quantiles: { '0.9': 1 } })],
      'In the baseline: The report holds no p95 of http.request.duration, only p90.',
    ],
    [
      'the units differ',
      [duration(1, { metric: 'custom.x' })],
      [duration(1, { metric: 'custom.x', unit: '1' })],
      'The baseline is in 1, the run in ms.',
    ],
  ])('says that %s', (_, run, baseline, reason) => {
    const row = compareSeries({ run, baseline }).find(
      ({ statistic, value }) => statistic === 'p95' && value !== undefined,
    );
    expect(row).toMatchObject({ comparable: false, reason });
    expect(row?.delta).toBeUndefined();
  });

  it('lists what only the baseline holds', () => {
    expect(compareSeries({ run: [], baseline: [duration(7)] })).toEqual([
      {
        metric: 'http.request.duration',
        unit: 'ms',
        labels: { endpoint: 'POST /pay' },
        statistic: 'p95',
        baseline: 7,
        comparable: false,
        reason: 'The run holds no such series.',
      },
    ]);
  });

  it('has no relative change from zero', () => {
    const failed = (mean: number): Series => ({
      metric: 'http.request.failed',
      unit: 'ratio',
      labels: {},
      count: 10,
      mean,
      quantiles: {},
      quantileMethod: 'none',
    });
    const [row] = compareSeries({ run: [failed(0.1)], baseline: [failed(0)] });
    expect(row).toMatchObject({
      statistic: 'ratio',
      value: 0.1,
      baseline: 0,
      comparable: true,
    });
    expect(row.delta).toBeUndefined();
  });
});
