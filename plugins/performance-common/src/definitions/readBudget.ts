import { BudgetSpec, Metric, Statistic } from '../model';
import {
  CUSTOM_METRIC_PREFIX,
  getMetric,
  isCustomMetric,
  METRICS,
  parseStatistic,
  quantileKey,
  STATISTICS_OF_TYPE,
} from '../metrics';
import { parseDuration } from '../units';
import { didYouMean } from './didYouMean';
import { ProblemReporter } from './ProblemReporter';
import { readLimits } from './readLimits';
import { readSelector, WrittenSelector } from './readSelector';

/** A Budget's spec as users write it, conforming to the schema. */
export interface WrittenBudget {
  appliesTo?: WrittenSelector;
  exempt?: { when: WrittenSelector; reason: string }[];
  metric: string;
  statistic: string;
  labels?: Record<string, string>;
  per?: string[];
  environment?: string | string[];
  limits?: { fail?: string; warn?: string };
  minSamples?: number;
  maxAge?: string;
  confirm?: number;
}

/** Other tools' names of statistics. */
const SYNONYMS: ReadonlyMap<string, Statistic> = new Map([
  ['avg', 'mean'],
  ['average', 'mean'],
  ['med', 'p50'],
  ['median', 'p50'],
  ['minimum', 'min'],
  ['maximum', 'max'],
]);

/** Labels that differ from request to request or from virtual user to virtual user. */
const UNBOUNDED_LABELS = [
  'url',
  'vu',
  'iter',
  'iteration',
  'thread',
  'user',
  'ip',
  'request_id',
  'trace_id',
];

/** @returns `undefined` if the metric or statistic can't be read. */
export function readBudget(
  written: WrittenBudget,
  reporter: ProblemReporter,
): BudgetSpec | undefined {
  const metric = readMetric(written.metric, reporter);
  const statistic = readStatistic(written.statistic, metric, reporter);
  const spec: Partial<BudgetSpec> = {};
  if (written.appliesTo) {
    spec.appliesTo = readSelector(
      written.appliesTo,
      ['spec', 'appliesTo'],
      reporter,
    );
  }
  if (written.exempt) {
    spec.exempt = written.exempt.map((exemption, index) => ({
      when: readSelector(
        exemption.when,
        ['spec', 'exempt', index, 'when'],
        reporter,
      ),
      reason: exemption.reason,
    }));
  }
  if (written.environment !== undefined) {
    spec.environments = [written.environment].flat();
  }
  if (written.maxAge !== undefined) {
    spec.maxAgeSeconds = readMaxAge(written.maxAge, reporter);
  }
  for (const field of ['labels', 'per', 'minSamples', 'confirm'] as const) {
    if (written[field] !== undefined) {
      Object.assign(spec, { [field]: written[field] });
    }
  }
  checkPer(written, reporter);
  if (!written.limits && !written.minSamples && !written.maxAge) {
    reporter.error(
      'no-limit',
      ['spec'],
      'The budget asks for nothing; give it `limits`, `minSamples` or `maxAge`.',
    );
  }
  if (!metric || !statistic) {
    return undefined;
  }
  return {
    ...spec,
    metric: metric.name,
    statistic,
    ...readLimits(written.limits ?? {}, metric, statistic, reporter),
  };
}

function readMetric(
  name: string,
  reporter: ProblemReporter,
): Metric | undefined {
  const metric = getMetric(name);
  if (!metric) {
    const hint = didYouMean(
      name,
      METRICS.map(known => known.name),
      2,
    );
    reporter.error(
      'unknown-metric',
      ['spec', 'metric'],
      `Unknown metric '${name}'.${hint} A metric only its tool knows is written '${CUSTOM_METRIC_PREFIX}${name}'.`,
    );
  }
  return metric;
}

function readStatistic(
  text: string,
  metric: Metric | undefined,
  reporter: ProblemReporter,
): Statistic | undefined {
  const path = ['spec', 'statistic'];
  const statistic = parseStatistic(text);
  if (!statistic) {
    const percentile = /^(?:p\(?)?(\d{1,2}(?:\.\d+)?)(?:th|\)|%)?$/.exec(text);
    const meant =
      SYNONYMS.get(text.toLowerCase()) ?? (percentile && `p${percentile[1]}`);
    const hint = meant ? ` Did you mean '${meant}'?` : '';
    reporter.error(
      'unknown-statistic',
      path,
      `Unknown statistic '${text}'.${hint} Known are percentiles such as p95 and p99.9, mean, max, min, rate, count and ratio.`,
    );
    return undefined;
  }
  if (metric && !isCustomMetric(metric.name)) {
    const { percentiles, named } = STATISTICS_OF_TYPE[metric.type];
    const available =
      quantileKey(statistic) === undefined
        ? named.includes(statistic)
        : percentiles;
    if (!available) {
      reporter.error(
        'statistic-not-available',
        path,
        `${metric.name} is a ${metric.type} and has no ${statistic}; it has ${[
          ...(percentiles ? ['percentiles'] : []),
          ...named,
        ].join(', ')}.`,
      );
      return undefined;
    }
  }
  return statistic;
}

function readMaxAge(
  text: string,
  reporter: ProblemReporter,
): number | undefined {
  try {
    return parseDuration(text);
  } catch (error) {
    reporter.error(
      'invalid-duration',
      ['spec', 'maxAge'],
      `${error instanceof Error ? error.message : error}.`,
    );
    return undefined;
  }
}

function checkPer(written: WrittenBudget, reporter: ProblemReporter): void {
  for (const [index, label] of (written.per ?? []).entries()) {
    const path = ['spec', 'per', index];
    if (written.labels?.[label] !== undefined) {
      reporter.error(
        'per-repeats-label',
        path,
        `'${label}' is fixed to '${written.labels[label]}' by \`labels\`, so there is one verdict for it anyway.`,
      );
    }
    if (UNBOUNDED_LABELS.includes(label)) {
      reporter.warn(
        'per-unbounded',
        path,
        `'${label}' may have any number of values, of which only the 50 most frequent are judged; name journeys or endpoints instead.`,
      );
    }
  }
}
