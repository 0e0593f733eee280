import {
  isCustomMetric,
  Labels,
  quantileKey,
  Series,
} from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { K6MetricType, mapK6Metric } from './k6Metrics';

/** k6 prints `med` and `p(95)`; nothing else in a trend is a quantile. */
const PERCENTILE = /^p\((\d+(?:\.\d+)?)\)$/;

interface K6SummaryMetric {
  k6Name: string;
  type: K6MetricType;
  contains?: string;
  labels: Labels;
  /** Where the numbers are. */
  values: JsonFields;
}

/**
 * Turns one metric of any k6 summary into series. Summaries hold finished numbers only, so
 * quantiles are those k6 printed. A counter of the script's own gives two series, its count and
 * its rate.
 */
export function readK6SummaryMetric(
  metric: K6SummaryMetric,
  durationSeconds: number | undefined,
): Series[] {
  const { name, unit } = mapK6Metric(
    metric.k6Name,
    metric.type,
    metric.contains,
  );
  const seriesOf = (
    identity: Pick<Series, 'metric' | 'unit'>,
    numbers: Partial<Series>,
  ): Series => ({
    ...identity,
    labels: metric.labels,
    quantiles: {},
    quantileMethod: 'none',
    ...Object.fromEntries(
      Object.entries(numbers).filter(([, value]) => value !== undefined),
    ),
  });
  if (metric.type !== 'counter') {
    return [
      seriesOf({ metric: name, unit }, readNumbers(metric.type, metric.values)),
    ];
  }
  const { count, rate } = readCounter(metric.values, durationSeconds);
  if (unit === '1/s') {
    return [seriesOf({ metric: name, unit }, { count, mean: rate })];
  }
  const counted = seriesOf({ metric: name, unit }, { count });
  return isCustomMetric(name)
    ? [
        counted,
        seriesOf(
          { metric: `${name}.rate`, unit: '1/s' },
          { count, mean: rate },
        ),
      ]
    : [counted];
}

/** The type, where the legacy summary leaves it out, told from what its values are called. */
export function guessK6Type(values: JsonFields): K6MetricType | undefined {
  if (values.has('passes') || values.has('fails')) {
    return 'rate';
  }
  if (values.has('avg') || values.keys().some(isTrendColumn)) {
    return 'trend';
  }
  if (values.has('count')) {
    return 'counter';
  }
  return values.has('value') ? 'gauge' : undefined;
}

/** The column of a trend that a threshold such as `p(99)<300` compares. */
export function thresholdColumn(expression: string): string | undefined {
  const match = /^\s*(avg|min|med|max|p\(\d+(?:\.\d+)?\))\s*[<>=!]/.exec(
    expression,
  );
  return match?.[1];
}

function isTrendColumn(key: string): boolean {
  return key === 'med' || PERCENTILE.test(key);
}

function readNumbers(
  type: Exclude<K6MetricType, 'counter'>,
  values: JsonFields,
): Partial<Series> {
  switch (type) {
    case 'trend':
      return readTrend(values);
    case 'rate':
      return readRate(values);
    default:
      return readGauge(values);
  }
}

function readTrend(values: JsonFields): Partial<Series> {
  const found: [quantile: string, value: number][] = [];
  for (const key of values.keys()) {
    const percentile = PERCENTILE.exec(key);
    const quantile =
      key === 'med'
        ? '0.5'
        : percentile && quantileKey(`p${Number(percentile[1])}`);
    const value = quantile ? values.optionalNumber(key) : undefined;
    if (quantile && value !== undefined) {
      found.push([quantile, value]);
    }
  }
  const quantiles = Object.fromEntries(
    found.sort(([a], [b]) => Number(a) - Number(b)),
  );
  return {
    count: values.optionalAmount('count'),
    min: values.optionalNumber('min'),
    max: values.optionalNumber('max'),
    mean: values.optionalNumber('avg'),
    quantiles,
    quantileMethod: found.length > 0 ? 'reported' : 'none',
  };
}

/**
 * `passes` are the samples that were true: for `http_req_failed` the failed requests. The
 * machine-readable summary calls them `matches`, and the ratio is `rate` or, in the legacy
 * summary, `value`.
 */
function readRate(values: JsonFields): Partial<Series> {
  const passes =
    values.optionalAmount('passes') ?? values.optionalAmount('matches');
  const fails = values.optionalAmount('fails');
  const total =
    values.optionalAmount('total') ??
    (passes !== undefined && fails !== undefined ? passes + fails : undefined);
  const ratio =
    values.optionalAmount('rate') ??
    values.optionalAmount('value') ??
    (passes !== undefined && total ? passes / total : undefined);
  if (ratio !== undefined && ratio > 1) {
    throw values.error(values.has('rate') ? 'rate' : 'value', 'is above 1');
  }
  // k6 prints a ratio of 0 for a metric that was never sampled.
  return { count: total, mean: total === 0 ? undefined : ratio };
}

/** The machine-readable summary has no rates; k6 itself divides by the run's duration. */
function readCounter(
  values: JsonFields,
  durationSeconds: number | undefined,
): { count?: number; rate?: number } {
  const count = values.optionalAmount('count');
  const rate = values.optionalAmount('rate');
  return {
    count,
    rate:
      rate ??
      (count !== undefined && durationSeconds
        ? count / durationSeconds
        : undefined),
  };
}

function readGauge(values: JsonFields): Partial<Series> {
  return {
    mean: values.optionalNumber('value'),
    min: values.optionalNumber('min'),
    max: values.optionalNumber('max'),
  };
}
