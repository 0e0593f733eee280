import { InputError } from '@backstage/errors';
import { Bound, Metric, Statistic, Unit } from '../model';
import { isCustomMetric, statisticUnit } from '../metrics';
import { boundDirection, compareTightness } from '../evaluation/boundOrder';
import { parseLimit } from '../units';
import { ProblemReporter } from './ProblemReporter';

const LIMITS_PATH = ['spec', 'limits'];

/**
 * Reads the limits of a budget and checks that they make sense together, and for its metric and
 * statistic where those can be read.
 */
export function readLimits(
  written: { fail?: string; warn?: string },
  metric: Metric | undefined,
  statistic: Statistic | undefined,
  reporter: ProblemReporter,
): { fail?: Bound; warn?: Bound } {
  let unit = metric && statistic && unitOf(metric, statistic);
  const limits: { fail?: Bound; warn?: Bound } = {};
  for (const kind of ['fail', 'warn'] as const) {
    const text = written[kind];
    if (text !== undefined) {
      const bound = readLimit(text, unit, [...LIMITS_PATH, kind], reporter);
      if (bound) {
        if (metric && statistic) {
          checkDirection(bound, metric, statistic, kind, reporter);
        }
        limits[kind] = bound;
        unit ??= bound.unit;
      }
    }
  }
  if (limits.fail && limits.warn) {
    checkTogether(limits.fail, limits.warn, reporter);
  }
  return limits;
}

/** `undefined` where the limit's own unit says what a custom metric is measured in. */
function unitOf(metric: Metric, statistic: Statistic): Unit | undefined {
  if (!isCustomMetric(metric.name)) {
    return statisticUnit(metric, statistic);
  }
  switch (statistic) {
    case 'count':
      return '1';
    case 'ratio':
      return 'ratio';
    case 'rate':
      return '1/s';
    default:
      return undefined;
  }
}

function readLimit(
  text: string,
  unit: Unit | undefined,
  path: string[],
  reporter: ProblemReporter,
): Bound | undefined {
  try {
    return parseLimit(text, unit);
  } catch (error) {
    const message = error instanceof InputError ? error.message : String(error);
    reporter.error(
      isReadable(text) ? 'unit-mismatch' : 'invalid-limit',
      path,
      `${message}.`,
    );
    return undefined;
  }
}

/** Whether a limit would be fine for a metric with some other unit. */
function isReadable(text: string): boolean {
  try {
    parseLimit(text);
    return true;
  } catch {
    return false;
  }
}

function checkDirection(
  bound: Bound,
  metric: Metric,
  statistic: Statistic,
  kind: string,
  reporter: ProblemReporter,
): void {
  // Both few and many samples may be wrong, and only its author knows a custom metric.
  if (statistic === 'count' || isCustomMetric(metric.name)) {
    return;
  }
  const direction = boundDirection(bound);
  if (direction !== metric.direction) {
    const operator = metric.direction === 'lower' ? '<=' : '>=';
    reporter.error(
      'wrong-direction',
      [...LIMITS_PATH, kind],
      `'${bound.text}' would demand a bad value: ${metric.direction} is better for ${metric.name}; write \`${operator} …\`.`,
    );
  }
}

function checkTogether(
  fail: Bound,
  warn: Bound,
  reporter: ProblemReporter,
): void {
  const path = [...LIMITS_PATH, 'warn'];
  if (boundDirection(fail) !== boundDirection(warn)) {
    reporter.error(
      'wrong-direction',
      path,
      `'${warn.text}' and '${fail.text}' bound the metric on different sides.`,
    );
    return;
  }
  const order = compareTightness(warn, fail);
  if (order > 0) {
    reporter.error(
      'warn-looser-than-fail',
      path,
      `The warn limit '${warn.text}' is looser than the fail limit '${fail.text}', so it would never warn.`,
    );
  } else if (order === 0) {
    reporter.warn(
      'warn-without-effect',
      path,
      `The warn limit equals the fail limit, so it never warns.`,
    );
  }
}
