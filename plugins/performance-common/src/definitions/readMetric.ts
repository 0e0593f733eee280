import { Metric, Statistic } from '../model';
import {
  CUSTOM_METRIC_PREFIX,
  getMetric,
  isCustomMetric,
  METRICS,
  parseStatistic,
  quantileKey,
  STATISTICS_OF_TYPE,
} from '../metrics';
import { didYouMean } from './didYouMean';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** Other tools' names of statistics. */
const SYNONYMS: ReadonlyMap<string, Statistic> = new Map([
  ['avg', 'mean'],
  ['average', 'mean'],
  ['med', 'p50'],
  ['median', 'p50'],
  ['minimum', 'min'],
  ['maximum', 'max'],
]);

/** @returns `undefined` if there is no such metric. */
export function readMetric(
  name: string,
  path: DocumentPath,
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
      path,
      `Unknown metric '${name}'.${hint} A metric only its tool knows is written '${CUSTOM_METRIC_PREFIX}${name}'.`,
    );
  }
  return metric;
}

/** @returns `undefined` if there is no such statistic, or the metric doesn't have it. */
export function readStatistic(
  text: string,
  metric: Metric | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): Statistic | undefined {
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

/** Stands for any text at the end of a metric's or check's name. */
const WILDCARD = '*';

/**
 * Reads the metric and statistic of what points at budgets: the metric may end in `*`.
 *
 * @returns `undefined` if either can't be read.
 */
export function readMetricPattern(
  written: { metric?: string; statistic?: string },
  path: DocumentPath,
  reporter: ProblemReporter,
): { metric: string; statistic?: Statistic } | undefined {
  const { metric: pattern } = written;
  const metric =
    pattern === undefined
      ? undefined
      : readNameOrPrefix(pattern, [...path, 'metric'], reporter);
  const statistic =
    written.statistic === undefined
      ? undefined
      : readStatistic(
          written.statistic,
          metric?.known,
          [...path, 'statistic'],
          reporter,
        );
  if (pattern === undefined || !metric) {
    return undefined;
  }
  if (written.statistic === undefined) {
    return { metric: pattern };
  }
  return statistic && { metric: pattern, statistic };
}

/** @returns The metric where one is named in full, or `undefined` if none is meant. */
function readNameOrPrefix(
  pattern: string,
  path: DocumentPath,
  reporter: ProblemReporter,
): { known?: Metric } | undefined {
  if (!pattern.endsWith(WILDCARD)) {
    const known = readMetric(pattern, path, reporter);
    return known && { known };
  }
  const prefix = pattern.slice(0, -WILDCARD.length);
  if (!matchesAny(prefix)) {
    reporter.error(
      'unknown-metric',
      path,
      `No metric begins with '${prefix}'.`,
    );
    return undefined;
  }
  return {};
}

function matchesAny(prefix: string): boolean {
  return (
    METRICS.some(({ name }) => name.startsWith(prefix)) ||
    prefix.startsWith(CUSTOM_METRIC_PREFIX) ||
    CUSTOM_METRIC_PREFIX.startsWith(prefix)
  );
}
