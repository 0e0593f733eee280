import {
  quantileKey,
  Series,
} from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { peekJsonKeys } from '../input/peekJson';
import { readJsonDocument } from '../input/readJsonDocument';
import { ReportParser } from '../ReportParser';

const SOURCE = { tool: 'autocannon', format: 'autocannon-json' };

const OWN_KEYS = [
  'connections',
  'pipelining',
  'latency',
  'requests',
  'throughput',
];

/** `p97_5` is the 97.5th percentile. */
const PERCENTILE = /^p(\d+(?:_\d+)?)$/;

/**
 * `autocannon --json`. Latencies are whole milliseconds of an HDR histogram; p90, p97.5 and p99
 * are printed, p95 isn't.
 *
 * @public
 */
export const autocannonParser: ReportParser = {
  tool: 'autocannon',
  formats: [SOURCE.format],

  detect(head) {
    const keys = peekJsonKeys(head.toString('utf8'));
    return keys !== undefined && OWN_KEYS.every(key => keys.includes(key))
      ? { confidence: 'certain', format: SOURCE.format }
      : undefined;
  },

  async parse(input, { limits }) {
    const root = JsonFields.of(
      SOURCE,
      await readJsonDocument(input, SOURCE, limits),
      '',
    );
    const durationSeconds = root.number('duration');
    const latency = root.fields('latency');
    const answered =
      latency.optionalAmount('totalCount') ??
      root.fields('requests').number('total');
    // Errors are connection errors and timeouts, in which no response came at all.
    const errors = root.optionalAmount('errors') ?? 0;
    const failed = errors + (root.optionalAmount('non2xx') ?? 0);
    const requests = answered + errors;
    const none = { labels: {}, quantiles: {}, quantileMethod: 'none' as const };
    const series: Series[] = [
      ...(answered > 0 ? [readLatency(latency, answered)] : []),
      {
        ...none,
        metric: 'http.request.rate',
        unit: '1/s',
        count: answered,
        ...(durationSeconds > 0 ? { mean: answered / durationSeconds } : {}),
      },
      {
        ...none,
        metric: 'http.request.failed',
        unit: 'ratio',
        count: requests,
        ...(requests > 0 ? { mean: failed / requests } : {}),
      },
      {
        ...none,
        metric: 'data.received',
        unit: 'B',
        count: root.fields('throughput').number('total'),
      },
    ];
    const startedAt = startOf(root);
    return {
      ...SOURCE,
      ...(startedAt === undefined ? {} : { startedAt }),
      durationSeconds,
      series,
      toolVerdicts: [],
      warnings: [],
      configuration: {
        connections: root.number('connections'),
        pipelining: root.number('pipelining'),
      },
    };
  },
};

function readLatency(latency: JsonFields, count: number): Series {
  const found: [quantile: string, value: number][] = [];
  for (const key of latency.keys()) {
    const percentile = PERCENTILE.exec(key)?.[1].replace('_', '.');
    const quantile =
      percentile === undefined
        ? undefined
        : quantileKey(`p${Number(percentile)}`);
    if (quantile !== undefined && Number(quantile) >= 0.01) {
      found.push([quantile, latency.number(key)]);
    }
  }
  return {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: {},
    count,
    min: latency.number('min'),
    max: latency.number('max'),
    mean: latency.number('mean'),
    stddev: latency.number('stddev'),
    quantiles: Object.fromEntries(
      found.sort(([a], [b]) => Number(a) - Number(b)),
    ),
    quantileMethod: found.length > 0 ? 'reported' : 'none',
  };
}

function startOf(root: JsonFields): string | undefined {
  const start = root.optionalString('start');
  if (start === undefined) {
    return undefined;
  }
  const time = Date.parse(start);
  if (Number.isNaN(time)) {
    throw root.error('start', `${start} is not a date`);
  }
  return new Date(time).toISOString();
}
