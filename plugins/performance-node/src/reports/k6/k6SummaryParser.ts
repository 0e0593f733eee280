import {
  ParsedReport,
  Series,
  ToolVerdict,
} from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { peekJsonKeys } from '../input/peekJson';
import { readJsonDocument } from '../input/readJsonDocument';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { boundSeries } from '../series/boundSeries';
import { readK6MachineReadableSummary } from './readK6MachineReadableSummary';
import { readK6MetricMap } from './readK6MetricMap';

/** What the dialects of a k6 summary have in common once read. */
export interface K6Summary {
  format: string;
  toolVersion?: string;
  /** ISO 8601. */
  startedAt?: string;
  durationSeconds?: number;
  series: Series[];
  toolVerdicts: ToolVerdict[];
  configuration?: ParsedReport['configuration'];
}

/** One of k6's own metrics, or a submetric of it, as a key with an object behind it. */
const OWN_METRIC =
  /"(http_req|iteration|vus|data_(sent|received)|grpc_req|checks)\w*(\{[^"]*\})?"\s*:\s*\{/;

/**
 * k6's end-of-test summaries: `--summary-export` (before k6 1.x and its default since), the data
 * `handleSummary` gets, and the machine-readable summary of `--new-machine-readable-summary`.
 *
 * @public
 */
export const k6SummaryParser: ReportParser = {
  tool: 'k6',
  formats: [
    'k6-summary-export',
    'k6-handle-summary',
    'k6-machine-readable-summary',
  ],

  detect(head) {
    const text = head.toString('utf8');
    const keys = peekJsonKeys(text);
    if (keys === undefined) {
      return undefined;
    }
    if (keys.includes('metadata') && /"k6Version"\s*:/.test(text)) {
      return { confidence: 'certain', format: 'k6-machine-readable-summary' };
    }
    if (!keys.includes('metrics')) {
      return undefined;
    }
    if (keys.includes('root_group')) {
      return { confidence: 'certain' };
    }
    return OWN_METRIC.test(text) ? { confidence: 'likely' } : undefined;
  },

  async parse(input, context) {
    const source = { tool: 'k6', format: context.format ?? 'k6-summary' };
    const document = await readJsonDocument(input, source, context.limits);
    const warnings = new ReportWarnings(context.limits.maxWarnings);
    const root = JsonFields.of(source, document, '');
    const summary = root.has('results')
      ? readK6MachineReadableSummary(source, root, context.limits, warnings)
      : readK6MetricMap(source, root, context.limits, warnings);
    return {
      tool: 'k6',
      ...summary,
      series: boundSeries(
        withoutAmbiguous(withRequestCounts(summary.series), warnings),
        { tool: 'k6', format: summary.format },
        context.limits,
        warnings,
      ),
      warnings: warnings.toArray(),
    };
  },
};

/**
 * Leaves out series with the same labels, such as those of one path on two hosts: which is meant
 * can't be told, and finished percentiles can't be merged.
 */
function withoutAmbiguous(
  series: Series[],
  warnings: ReportWarnings,
): Series[] {
  const keyOf = ({ metric, labels }: Series) =>
    JSON.stringify([metric, Object.entries(labels).sort()]);
  const counts = new Map<string, number>();
  for (const item of series) {
    counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  }
  return series.filter(item => {
    const unique = counts.get(keyOf(item)) === 1;
    if (!unique) {
      const labels = Object.entries(item.labels)
        .map(([name, value]) => `${name}=${value}`)
        .join(', ');
      warnings.add(
        'labels-ambiguous',
        `several submetrics are ${item.metric} with ${labels}, as hosts aren't told apart; they are left out: give these requests names of their own by the tag "name"`,
      );
    }
    return unique;
  });
}

/**
 * Summaries print no count beside a trend, but k6 samples a request's duration exactly when it
 * counts the request (grafana/k6, lib/netext/httpext/tracer.go), so the count is known.
 */
function withRequestCounts(series: Series[]): Series[] {
  const requests = series.find(
    item =>
      item.metric === 'http.request.rate' &&
      Object.keys(item.labels).length === 0,
  );
  return series.map(item =>
    item.metric === 'http.request.duration' &&
    Object.keys(item.labels).length === 0 &&
    item.count === undefined &&
    requests?.count !== undefined
      ? { ...item, count: requests.count }
      : item,
  );
}
