import { quantile } from './loadTest.mjs';

/**
 * k6's end-of-test summary: what `handleSummary(data)` gets, and the older `--summary-export`,
 * which has the same numbers without `values` (grafana/k6, internal/js/summary-wrapper.js).
 */

const TREND_STATS = [
  'avg',
  'min',
  'med',
  'max',
  'p(90)',
  'p(95)',
  'p(99)',
  'count',
];

function trend(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    avg: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    min: sorted[0],
    med: quantile(sorted, 0.5),
    max: sorted.at(-1),
    'p(90)': quantile(sorted, 0.9),
    'p(95)': quantile(sorted, 0.95),
    'p(99)': quantile(sorted, 0.99),
    count: sorted.length,
  };
}

function failures(requests) {
  const passes = requests.filter(request => request.failed).length;
  return {
    rate: passes / requests.length,
    passes,
    fails: requests.length - passes,
  };
}

/** The metrics as `[name, type, contains, values, thresholds]`. */
function metricsOf(run) {
  const { requests, seconds, vus } = run;
  const durationsOf = some => some.map(request => request.durationMs);
  const metrics = [
    [
      'http_reqs',
      'counter',
      'default',
      { count: requests.length, rate: requests.length / seconds },
    ],
    ['http_req_duration', 'trend', 'time', trend(durationsOf(requests))],
    ['http_req_failed', 'rate', 'default', failures(requests)],
    ['vus', 'gauge', 'default', { value: vus, min: vus, max: vus }],
  ];
  for (const endpoint of new Set(requests.map(request => request.endpoint))) {
    const own = requests.filter(request => request.endpoint === endpoint);
    metrics.push(
      [
        `http_req_duration{name:${endpoint}}`,
        'trend',
        'time',
        trend(durationsOf(own)),
      ],
      [`http_req_failed{name:${endpoint}}`, 'rate', 'default', failures(own)],
    );
  }
  if (run.journey) {
    const values = trend(durationsOf(requests));
    metrics.push([
      `http_req_duration{journey:${run.journey.name}}`,
      'trend',
      'time',
      values,
      {
        [`p(95)<${run.journey.threshold}`]:
          values['p(95)'] < run.journey.threshold,
      },
    ]);
  }
  return metrics;
}

/**
 * @param run - `requests`, `seconds`, `vus` and optionally `journey`: the `name` that all requests
 *   are tagged with and the `threshold` in ms the script sets for their p95.
 */
export function k6HandleSummary(run) {
  const metrics = Object.fromEntries(
    metricsOf(run).map(([name, type, contains, values, thresholds]) => [
      name,
      {
        type,
        contains,
        values,
        ...(thresholds && {
          thresholds: Object.fromEntries(
            Object.entries(thresholds).map(([expression, ok]) => [
              expression,
              { ok },
            ]),
          ),
        }),
      },
    ]),
  );
  return `${JSON.stringify(
    {
      root_group: {
        name: '',
        path: '',
        id: 'd41d8cd98f00b204e9800998ecf8427e',
        groups: [],
        checks: [],
      },
      options: {
        summaryTrendStats: TREND_STATS,
        summaryTimeUnit: '',
        noColor: false,
      },
      state: {
        isStdOutTTY: false,
        isStdErrTTY: false,
        testRunDurationMs: run.seconds * 1000,
      },
      metrics,
    },
    null,
    2,
  )}\n`;
}

/** @param run - As for `k6HandleSummary`. */
export function k6SummaryExport(run) {
  const metrics = Object.fromEntries(
    metricsOf(run).map(([name, type, , values]) => [
      name,
      type === 'rate'
        ? { passes: values.passes, fails: values.fails, value: values.rate }
        : values,
    ]),
  );
  return `${JSON.stringify(
    {
      root_group: {
        name: '',
        path: '',
        id: 'd41d8cd98f00b204e9800998ecf8427e',
        groups: {},
        checks: {},
      },
      metrics,
    },
    null,
    2,
  )}\n`;
}
