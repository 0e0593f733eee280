import { statisticUnit } from '../metrics';
import { BudgetSpec } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readMeasure, WrittenMeasure } from './readMeasure';
import { readDuration } from './readDuration';
import { readLimits } from './readLimits';
import { readMetric, readStatistic } from './readMetric';
import { readScope, WrittenScope } from './readScope';

/** A Budget's spec as users write it, without what the schema refuses. */
export interface WrittenBudget extends WrittenScope {
  metric?: string;
  statistic?: string;
  labels?: Record<string, string>;
  per?: string[];
  environment?: string | string[];
  measure?: WrittenMeasure;
  limits?: { fail?: string; warn?: string };
  minSamples?: number;
  maxAge?: string;
  confirm?: number;
}

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

/** Of a budget that is measured and names none. */
const MEASURED_ENVIRONMENT = 'production';

/** @returns `undefined` if the metric or statistic can't be read. */
export function readBudget(
  written: WrittenBudget,
  reporter: ProblemReporter,
): BudgetSpec | undefined {
  const metric =
    written.metric === undefined
      ? undefined
      : readMetric(written.metric, ['spec', 'metric'], reporter);
  const statistic =
    written.statistic === undefined
      ? undefined
      : readStatistic(
          written.statistic,
          metric,
          ['spec', 'statistic'],
          reporter,
        );
  const spec: Partial<BudgetSpec> = readScope(written, reporter);
  if (written.environment !== undefined) {
    spec.environments = [written.environment].flat();
  }
  if (written.maxAge !== undefined) {
    spec.maxAgeSeconds = readDuration(
      written.maxAge,
      ['spec', 'maxAge'],
      reporter,
    );
  }
  for (const field of ['labels', 'per', 'minSamples', 'confirm'] as const) {
    if (written[field] !== undefined) {
      Object.assign(spec, { [field]: written[field] });
    }
  }
  checkPer(written, reporter);
  // What the schema has refused may have been meant as one of them.
  const asksForSomething =
    written.limits || written.minSamples || written.maxAge;
  if (!asksForSomething && !Object.values(written).includes(undefined)) {
    reporter.error(
      'no-limit',
      ['spec'],
      'The budget asks for nothing; give it `limits`, `minSamples` or `maxAge`.',
    );
  }
  const limits = readLimits(written.limits ?? {}, metric, statistic, reporter);
  if (written.measure) {
    spec.measure = readMeasure(
      written.measure,
      written,
      limits.fail?.unit ??
        limits.warn?.unit ??
        (metric && statistic && statisticUnit(metric, statistic)),
      reporter,
    );
    spec.environments ??= [MEASURED_ENVIRONMENT];
  }
  return (
    metric &&
    statistic && { ...spec, metric: metric.name, statistic, ...limits }
  );
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
