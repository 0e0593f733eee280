import { Series } from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { checkSeriesCount } from '../series/checkSeriesCount';
import { parseK6SubMetric } from './k6Labels';
import { K6MetricType } from './k6Metrics';
import { K6Summary } from './k6SummaryParser';
import { readK6SummaryMetric } from './readK6SummaryMetric';

const TYPES = new Set<string>(['counter', 'gauge', 'rate', 'trend']);

/** `checks_succeeded` says the same, the other way round. */
const REDUNDANT = new Set(['checks_total', 'checks_failed']);

/**
 * Reads the summary of `--new-machine-readable-summary` (k6 1.x and 2.x; grafana/k6,
 * internal/lib/summary/machine_readable.go). It lists metrics in an array, prints p(90) and p(95)
 * only, and says nothing of thresholds.
 */
export function readK6MachineReadableSummary(
  source: { tool: string; format: string },
  root: JsonFields,
  limits: ReportLimits,
  warnings: ReportWarnings,
): K6Summary {
  const config = root.optionalFields('config');
  const metadata = root.optionalFields('metadata');
  const results = root.fields('results');
  const durationSeconds = config?.optionalAmount('duration');

  const series: Series[] = [];
  const checks = results.optionalFields('checks');
  const metrics = [
    ...results.list('metrics'),
    ...(checks?.list('metrics') ?? []),
  ];
  checkSeriesCount(metrics.length, source, limits);
  for (const metric of metrics) {
    const name = metric.optionalString('name');
    const type = metric.optionalString('type');
    if (name === undefined || type === undefined || !TYPES.has(type)) {
      throw metric.error(
        name === undefined ? 'name' : 'type',
        'expected the name and type of a metric',
      );
    }
    const { metric: k6Name, labels } = parseK6SubMetric(name);
    if (REDUNDANT.has(k6Name) || 'expected_response' in labels) {
      continue;
    }
    series.push(
      ...readK6SummaryMetric(
        {
          k6Name,
          type: type as K6MetricType,
          contains: metric.optionalString('contains'),
          labels,
          values: metric.fields('values'),
        },
        durationSeconds,
      ),
    );
  }
  if (series.length === 0) {
    throw results.error('metrics', 'holds no metrics');
  }
  warnings.add(
    'tool-verdicts-missing',
    "k6's machine-readable summary doesn't say which thresholds passed",
  );
  const script = config?.optionalString('script');
  return {
    format: 'k6-machine-readable-summary',
    toolVersion: metadata?.optionalString('k6Version'),
    startedAt: startOf(metadata, durationSeconds),
    durationSeconds,
    series,
    toolVerdicts: [],
    ...(script === undefined ? {} : { configuration: { script } }),
  };
}

/** k6 writes the summary as soon as the run is over. */
function startOf(
  metadata: JsonFields | undefined,
  durationSeconds: number | undefined,
): string | undefined {
  const generatedAt = metadata?.optionalString('generatedAt');
  if (metadata === undefined || generatedAt === undefined) {
    return undefined;
  }
  const end = Date.parse(generatedAt);
  if (Number.isNaN(end)) {
    throw metadata.error('generatedAt', `${generatedAt} is not a date`);
  }
  return durationSeconds === undefined
    ? undefined
    : new Date(end - durationSeconds * 1000).toISOString();
}
