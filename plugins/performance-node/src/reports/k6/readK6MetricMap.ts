import {
  Series,
  ToolVerdict,
} from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { ReportError } from '../ReportError';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { checkSeriesCount } from '../series/checkSeriesCount';
import { parseK6SubMetric } from './k6Labels';
import { builtInK6Type, K6MetricType } from './k6Metrics';
import { K6Summary } from './k6SummaryParser';
import {
  guessK6Type,
  readK6SummaryMetric,
  thresholdColumn,
} from './readK6SummaryMetric';

const TYPES = new Set<string>(['counter', 'gauge', 'rate', 'trend']);

/**
 * Reads a summary whose `metrics` is an object by name: `handleSummary` data, where the numbers
 * are in `values`, and the flat legacy export, where they are beside the thresholds.
 *
 * The trap in the flat one: k6 writes `!threshold.ok` there (grafana/k6,
 * internal/js/summary-wrapper.js), so `{"p(95)<50": true}` means that the threshold *failed*.
 */
export function readK6MetricMap(
  source: { tool: string; format: string },
  root: JsonFields,
  limits: ReportLimits,
  warnings: ReportWarnings,
): K6Summary {
  const metrics = root.fields('metrics');
  const names = metrics.keys();
  checkSeriesCount(names.length, source, limits);
  const nested = names.filter(name => metrics.fields(name).has('values'));
  if (names.length === 0) {
    throw new ReportError({
      ...source,
      path: 'metrics',
      reason: 'holds no metrics',
    });
  }
  if (nested.length > 0 && nested.length < names.length) {
    const flat = names.find(name => !metrics.fields(name).has('values'));
    throw new ReportError({
      ...source,
      path: `metrics.${flat}`,
      reason:
        'has no "values" while other metrics have; ambiguous between --summary-export and handleSummary data',
      candidates: ['k6-summary-export', 'k6-handle-summary'],
    });
  }
  const format = nested.length > 0 ? 'k6-handle-summary' : 'k6-summary-export';
  const durationSeconds = durationOf(root, metrics);

  const series: Series[] = [];
  const toolVerdicts: ToolVerdict[] = [];
  for (const name of names) {
    const metric = metrics.fields(name);
    const values = nested.length > 0 ? metric.fields('values') : metric;
    const { metric: k6Name, labels } = parseK6SubMetric(name);
    toolVerdicts.push(...readThresholds(name, metric, values, warnings));
    // k6 adds this one by itself: the successful requests, which our labels can't say.
    if ('expected_response' in labels) {
      continue;
    }
    const type = typeOf(metric, values, k6Name);
    if (type === undefined) {
      warnings.add(
        'metric-skipped',
        `${name} has none of the values k6 writes`,
        metric.path,
      );
      continue;
    }
    series.push(
      ...readK6SummaryMetric(
        {
          k6Name,
          type,
          contains: metric.optionalString('contains'),
          labels,
          values,
        },
        durationSeconds,
      ),
    );
  }
  return {
    format,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    series,
    toolVerdicts,
  };
}

/** The legacy export says no duration, but k6's rates are counts divided by it. */
function durationOf(root: JsonFields, metrics: JsonFields): number | undefined {
  const milliseconds = root
    .optionalFields('state')
    ?.optionalAmount('testRunDurationMs');
  if (milliseconds !== undefined) {
    return milliseconds / 1000;
  }
  for (const counter of ['iterations', 'http_reqs']) {
    const count = metrics.optionalFields(counter)?.optionalAmount('count');
    const rate = metrics.optionalFields(counter)?.optionalAmount('rate');
    if (count && rate) {
      return count / rate;
    }
  }
  return undefined;
}

function typeOf(
  metric: JsonFields,
  values: JsonFields,
  k6Name: string,
): K6MetricType | undefined {
  const type = metric.optionalString('type');
  return type !== undefined && TYPES.has(type)
    ? (type as K6MetricType)
    : guessK6Type(values) ?? builtInK6Type(k6Name);
}

function readThresholds(
  name: string,
  metric: JsonFields,
  values: JsonFields,
  warnings: ReportWarnings,
): ToolVerdict[] {
  const thresholds = metric.optionalFields('thresholds');
  if (thresholds === undefined) {
    return [];
  }
  return thresholds.keys().map(expression => {
    const column = thresholdColumn(expression);
    if (column !== undefined && !values.has(column)) {
      warnings.add(
        'percentile-missing',
        `k6 judged ${name} by ${column}, which the summary doesn't hold; add it to summaryTrendStats`,
        thresholds.pathOf(expression),
      );
    }
    return {
      metric: name,
      expression,
      passed: readOutcome(thresholds, expression, values !== metric),
    };
  });
}

function readOutcome(
  thresholds: JsonFields,
  expression: string,
  nested: boolean,
): boolean {
  const value = thresholds.value(expression);
  if (typeof value === 'boolean' && !nested) {
    return !value;
  }
  const ok = thresholds.optionalFields(expression)?.value('ok');
  if (typeof ok !== 'boolean') {
    throw thresholds.error(
      expression,
      nested
        ? 'expected {"ok": true} or {"ok": false}'
        : 'expected true (failed) or false (passed)',
    );
  }
  return ok;
}
