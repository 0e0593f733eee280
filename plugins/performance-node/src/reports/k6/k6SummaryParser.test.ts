import { parseText, seriesOf } from '../__testUtils__/parseText';

/** The shapes are those of grafana/k6 internal/js/summary.go and summary-wrapper.js. */
const trend = { avg: 21.4, min: 0.26, med: 20.1, max: 143.3, 'p(95)': 30.03 };
const rootGroup = { name: '', path: '', id: 'd41d8', groups: [], checks: [] };

function handleSummary(metrics: object) {
  return JSON.stringify({
    root_group: rootGroup,
    options: { summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(95)'] },
    state: { testRunDurationMs: 24425.25 },
    metrics,
  });
}

function summaryExport(metrics: object) {
  return JSON.stringify({ metrics, root_group: rootGroup });
}

const machineReadable = {
  config: { duration: 20, execution: 'local', script: 'shop.js' },
  metadata: { generatedAt: '2026-03-01T12:00:20Z', k6Version: '2.0.0' },
  results: {
    checks: {
      metrics: [
        {
          contains: 'default',
          name: 'checks_failed',
          type: 'rate',
          values: { matches: 1, rate: 0.1, total: 10 },
        },
        {
          contains: 'default',
          name: 'checks_succeeded',
          type: 'rate',
          values: { matches: 9, rate: 0.9, total: 10 },
        },
      ],
      results: [{ name: 'is up', passes: 9, fails: 1 }],
    },
    metrics: [
      {
        contains: 'time',
        name: 'http_req_duration',
        type: 'trend',
        values: { avg: 12, max: 30, med: 11, min: 5, 'p(90)': 20, 'p(95)': 25 },
      },
      {
        contains: 'default',
        name: 'http_reqs',
        type: 'counter',
        values: { count: 500 },
      },
      {
        contains: 'default',
        name: 'http_req_failed',
        type: 'rate',
        values: { matches: 5, rate: 0.01, total: 500 },
      },
      {
        contains: 'default',
        name: 'vus',
        type: 'gauge',
        values: { max: 10, min: 1, value: 7 },
      },
    ],
  },
  version: '1.0.0',
};

describe('k6 handleSummary data', () => {
  it('reads what k6 printed, and nothing between', async () => {
    const report = await parseText(
      handleSummary({
        http_req_duration: {
          type: 'trend',
          contains: 'time',
          values: { ...trend, 'p(99.9)': 99.1 },
        },
        http_reqs: {
          type: 'counter',
          contains: 'default',
          values: { count: 878, rate: 35.94 },
        },
        http_req_failed: {
          type: 'rate',
          contains: 'default',
          values: { rate: 0.25, passes: 2, fails: 6 },
        },
      }),
    );
    expect(report).toMatchObject({
      tool: 'k6',
      format: 'k6-handle-summary',
      durationSeconds: 24.42525,
      warnings: [],
    });
    expect(seriesOf(report, 'http.request.duration')).toEqual({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: {},
      count: 878,
      min: 0.26,
      max: 143.3,
      mean: 21.4,
      quantiles: { '0.5': 20.1, '0.95': 30.03, '0.999': 99.1 },
      quantileMethod: 'reported',
    });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({
      count: 878,
      mean: 35.94,
      unit: '1/s',
    });
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 8,
      mean: 0.25,
      unit: 'ratio',
    });
  });

  it('takes ok: true for passed, and warns of a percentile the summary lacks', async () => {
    const report = await parseText(
      handleSummary({
        http_req_duration: {
          type: 'trend',
          contains: 'time',
          values: trend,
          thresholds: {
            'p(95)<1000': { ok: true },
            'p(99)<100': { ok: false },
          },
        },
      }),
    );
    expect(report.toolVerdicts).toEqual([
      { metric: 'http_req_duration', expression: 'p(95)<1000', passed: true },
      { metric: 'http_req_duration', expression: 'p(99)<100', passed: false },
    ]);
    expect(report.warnings).toEqual([
      {
        code: 'percentile-missing',
        message: expect.stringContaining('p(99)'),
        location: 'metrics.http_req_duration.thresholds."p(99)<100"',
      },
    ]);
    expect(
      seriesOf(report, 'http.request.duration')?.quantiles,
    ).not.toHaveProperty('0.99');
  });

  it('gives submetrics our labels and leaves out the one k6 adds itself', async () => {
    const metric = { type: 'trend', contains: 'time', values: trend };
    const report = await parseText(
      handleSummary({
        http_req_duration: metric,
        'http_req_duration{expected_response:true}': metric,
        'http_req_duration{name:GET /cart,scenario:peak}': metric,
        'http_req_duration{group:::checkout::pay}': metric,
        'http_req_duration{url:https://shop.example/a?b=1,method:PUT}': metric,
        'http_req_duration{staticAsset:yes}': metric,
      }),
    );
    expect(report.series.map(series => series.labels)).toEqual([
      {},
      { endpoint: 'GET /cart', scenario: 'peak' },
      { journey: 'pay' },
      { endpoint: 'PUT /a' },
      { staticAsset: 'yes' },
    ]);
  });

  it('leaves out what one path on two hosts would be, and says so', async () => {
    const metric = { type: 'trend', contains: 'time', values: trend };
    const report = await parseText(
      handleSummary({
        http_req_duration: metric,
        'http_req_duration{name:https://a.example/cart}': metric,
        'http_req_duration{name:https://b.example/cart}': metric,
        'http_req_duration{name:https://b.example/pay}': metric,
      }),
    );
    expect(report.series.map(series => series.labels)).toEqual([
      {},
      { endpoint: '/pay' },
    ]);
    expect(report.warnings).toEqual([
      {
        code: 'labels-ambiguous',
        message: expect.stringContaining(
          'http.request.duration with endpoint=/cart',
        ),
      },
    ]);
  });

  it("keeps the script's own metrics under custom.*, in the unit k6 says", async () => {
    const report = await parseText(
      handleSummary({
        search_time: { type: 'trend', contains: 'time', values: trend },
        basket_size: { type: 'trend', contains: 'data', values: trend },
        orders: {
          type: 'counter',
          contains: 'default',
          values: { count: 40, rate: 2 },
        },
        data_sent: {
          type: 'counter',
          contains: 'data',
          values: { count: 4096, rate: 200 },
        },
      }),
    );
    expect(
      report.series.map(({ metric, unit, count, mean }) => [
        metric,
        unit,
        count,
        mean,
      ]),
    ).toEqual([
      ['custom.search_time', 'ms', undefined, 21.4],
      ['custom.basket_size', 'B', undefined, 21.4],
      ['custom.orders', '1', 40, undefined],
      ['custom.orders.rate', '1/s', 40, 2],
      ['data.sent', 'B', 4096, undefined],
    ]);
  });
});

describe('k6 --summary-export', () => {
  it('takes a threshold of true for failed', async () => {
    const report = await parseText(
      summaryExport({
        http_req_duration: { ...trend, thresholds: { 'p(95)<50': true } },
        http_req_failed: {
          passes: 2,
          fails: 38,
          value: 0.05,
          thresholds: { 'rate<0.1': false },
        },
        http_reqs: { count: 40, rate: 20 },
        vus: { value: 3, min: 1, max: 5 },
      }),
    );
    expect(report.format).toBe('k6-summary-export');
    expect(report.toolVerdicts).toEqual([
      { metric: 'http_req_duration', expression: 'p(95)<50', passed: false },
      { metric: 'http_req_failed', expression: 'rate<0.1', passed: true },
    ]);
    expect(report.durationSeconds).toBe(2);
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 40,
      mean: 0.05,
    });
    expect(seriesOf(report, 'vus')).toMatchObject({ mean: 3, min: 1, max: 5 });
  });

  it('has no ratio where nothing was sampled', async () => {
    const report = await parseText(
      summaryExport({ errors: { passes: 0, fails: 0, value: 0 } }),
    );
    expect(seriesOf(report, 'custom.errors')).toEqual({
      metric: 'custom.errors',
      unit: 'ratio',
      labels: {},
      count: 0,
      quantiles: {},
      quantileMethod: 'none',
    });
  });
});

describe('a large k6 summary', () => {
  it('is found though root_group comes late, and keeps to the limit of series', async () => {
    const metrics = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `http_req_duration{name:GET /${index}}`,
        { ...trend, count: 2 },
      ]),
    );
    const report = await parseText(summaryExport(metrics));
    expect(report.series).toHaveLength(2000);
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'labels-merged',
    ]);
    expect(
      seriesOf(report, 'http.request.duration', { endpoint: 'other' }),
    ).toMatchObject({ count: 2 * 1001, quantiles: {} });
  });

  it('is refused where it has more entries than any real one', async () => {
    const content = summaryExport({ a: trend, b: trend, c: trend, vus: {} });
    await expect(
      parseText(content, { limits: { maxLabelSets: 3 } }),
    ).rejects.toThrow(
      'k6 summary: the summary has 4 entries (are there ids in request names?) (limit 3, configured by performance.reports.limits.maxLabelSets)',
    );
  });
});

describe('k6 machine-readable summary', () => {
  it('reads the list of metrics and the time of the run', async () => {
    const report = await parseText(JSON.stringify(machineReadable));
    expect(report).toMatchObject({
      format: 'k6-machine-readable-summary',
      toolVersion: '2.0.0',
      startedAt: '2026-03-01T12:00:00.000Z',
      durationSeconds: 20,
      configuration: { script: 'shop.js' },
      toolVerdicts: [],
    });
    expect(
      report.series.map(({ metric, count, mean, quantiles }) => [
        metric,
        count,
        mean,
        quantiles,
      ]),
    ).toEqual([
      ['http.request.duration', 500, 12, { '0.5': 11, '0.9': 20, '0.95': 25 }],
      // 500 requests in 20 s.
      ['http.request.rate', 500, 25, {}],
      ['http.request.failed', 500, 0.01, {}],
      ['vus', undefined, 7, {}],
      ['checks.passed', 10, 0.9, {}],
    ]);
  });

  it('warns that thresholds are missing', async () => {
    const report = await parseText(JSON.stringify(machineReadable));
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'tool-verdicts-missing',
    ]);
  });
});

describe('a broken k6 summary', () => {
  it.each([
    [
      'flat and nested metrics in one document',
      handleSummary({
        iterations: { type: 'counter', values: { count: 1, rate: 1 } },
        http_req_duration: trend,
      }),
      'k6 summary: metrics.http_req_duration: has no "values" while other metrics have; ambiguous between --summary-export and handleSummary data',
    ],
    [
      'a legacy outcome in handleSummary data',
      handleSummary({
        iterations: {
          type: 'counter',
          values: { count: 1, rate: 1 },
          thresholds: { 'count>5': true },
        },
      }),
      'k6 summary: metrics.iterations.thresholds."count>5": expected {"ok": true} or {"ok": false}',
    ],
    ['no metrics', handleSummary({}), 'k6 summary: metrics: holds no metrics'],
    [
      'a negative duration',
      handleSummary({
        http_req_duration: {
          type: 'trend',
          contains: 'time',
          values: { ...trend, min: -3 },
        },
      }),
      'k6 handleSummary data: http.request.duration: min is negative: -3',
    ],
    [
      'a ratio above 1',
      summaryExport({ http_req_failed: { passes: 1, fails: 1, value: 1.5 } }),
      'k6 summary: metrics.http_req_failed.value: is above 1',
    ],
    [
      'text where a number belongs',
      summaryExport({ http_req_duration: { ...trend, 'p(95)': 'fast' } }),
      'k6 summary: metrics.http_req_duration."p(95)": expected a finite number, found "fast"',
    ],
    [
      'a number too large for a number',
      summaryExport({ http_req_duration: trend }).replace('143.3', '1e999'),
      'k6 summary: metrics.http_req_duration.max: expected a finite number, found Infinity',
    ],
    [
      'NaN, which is not JSON',
      summaryExport({ http_req_duration: trend }).replace('143.3', 'NaN'),
      /^k6 summary: line 1: not valid JSON: /,
    ],
  ])('%s is refused', async (_name, content, message) => {
    await expect(parseText(content)).rejects.toThrow(message);
  });

  it('is never understood from a part of it', async () => {
    const content = summaryExport({ http_req_duration: trend });
    for (let length = 1; length < content.length; length++) {
      await expect(parseText(content.slice(0, length))).rejects.toThrow(
        /cut off|not a report/,
      );
    }
  });
});
