import {
  ParsedReport,
  Series,
  Unit,
} from '@perf-governance/plugin-performance-common';
import { ReportError } from './ReportError';

const NEVER_NEGATIVE: ReadonlySet<Unit> = new Set(['ms', 'B', 'ratio', '1/s']);

/**
 * What holds for every report, whichever parser read it: numbers are finite, amounts aren't
 * negative, ratios lie within 0 and 1, metric and labels name a series once, and there is
 * something in it.
 *
 * @throws ReportError naming the series at fault
 */
export function checkParsedReport(report: ParsedReport): void {
  const { tool, format } = report;
  if (report.series.length === 0) {
    throw new ReportError({ tool, format, reason: 'holds no measurements' });
  }
  const seen = new Set<string>();
  for (const series of report.series) {
    const name = seriesName(series);
    const fault = faultOf(series);
    if (fault !== undefined) {
      throw new ReportError({ tool, format, path: name, reason: fault });
    }
    if (seen.has(name)) {
      throw new ReportError({
        tool,
        format,
        path: name,
        reason: 'is there twice',
      });
    }
    seen.add(name);
  }
  const { durationSeconds } = report;
  if (
    durationSeconds !== undefined &&
    !(Number.isFinite(durationSeconds) && durationSeconds >= 0)
  ) {
    throw new ReportError({
      tool,
      format,
      reason: `a duration of ${durationSeconds} s`,
    });
  }
}

function faultOf(series: Series): string | undefined {
  const { count, min, max, mean, stddev } = series;
  if (count !== undefined && !(Number.isFinite(count) && count >= 0)) {
    return `a count of ${count}`;
  }
  const numbers = Object.entries({
    min,
    max,
    mean,
    stddev,
    ...Object.fromEntries(
      Object.entries(series.quantiles).map(([key, value]) => [
        `quantile ${key}`,
        value,
      ]),
    ),
  });
  for (const [statistic, value] of numbers) {
    if (value === undefined) {
      continue;
    }
    if (!Number.isFinite(value)) {
      return `${statistic} is ${value}`;
    }
    if (value < 0 && NEVER_NEGATIVE.has(series.unit)) {
      return `${statistic} is negative: ${value}`;
    }
    if (value > 1 && series.unit === 'ratio') {
      return `${statistic} is above 1: ${value}`;
    }
  }
  return undefined;
}

function seriesName(series: Series): string {
  const labels = Object.entries(series.labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}="${value}"`);
  return labels.length === 0
    ? series.metric
    : `${series.metric}{${labels.join(',')}}`;
}
