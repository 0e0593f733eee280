import {
  ParsedReport,
  Series,
} from '@perf-governance/plugin-performance-common';

export type PrintableReport = Pick<
  ParsedReport,
  | 'tool'
  | 'toolVersion'
  | 'format'
  | 'startedAt'
  | 'durationSeconds'
  | 'toolVerdicts'
  | 'warnings'
> & { series: Omit<Series, 'values' | 'sketch'>[] };

/**
 * A report without what only machines of ours read: raw values, sketches and the time line.
 * Series over everything come before labelled ones.
 */
export function toPrintableReport(report: ParsedReport): PrintableReport {
  const series = report.series.map(
    ({ values: _values, sketch: _sketch, ...rest }) => rest,
  );
  const isLabelled = (one: Pick<Series, 'labels'>) =>
    Object.keys(one.labels).length > 0;
  return {
    tool: report.tool,
    toolVersion: report.toolVersion,
    format: report.format,
    startedAt: report.startedAt,
    durationSeconds: report.durationSeconds,
    series: [
      ...series.filter(one => !isLabelled(one)),
      ...series.filter(isLabelled),
    ],
    toolVerdicts: report.toolVerdicts,
    warnings: report.warnings,
  };
}
