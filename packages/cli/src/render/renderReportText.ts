import {
  formatLabels,
  formatQuantity,
  getMetric,
  METRICS,
  ParsedReport,
  Series,
} from '@perf-governance/plugin-performance-common';
import { Palette } from '../terminal/Palette';
import { alignColumns, Column } from './alignColumns';
import { formatDuration } from './formatDuration';
import { toOneLine } from './toOneLine';
import { toPrintableReport } from './toPrintableReport';

const COLUMNS: Column[] = [
  { title: 'METRIC' },
  { title: 'LABELS' },
  { title: 'COUNT', align: 'right' },
  { title: 'MEAN', align: 'right' },
  { title: 'P50', align: 'right' },
  { title: 'P95', align: 'right' },
  { title: 'P99', align: 'right' },
  { title: 'MAX', align: 'right' },
  { title: 'QUANTILES' },
];

/** What a person wants to know of a report, on a terminal. */
export function renderReportText(
  report: ParsedReport,
  options: { name: string; palette: Palette; maxSeries: number },
): string {
  const { palette, maxSeries } = options;
  const series = toPrintableReport(report).series.sort(compareForReading);
  const facts = [
    `${report.tool}${report.toolVersion ? ` ${report.toolVersion}` : ''}`,
    report.format,
    report.startedAt && `started ${report.startedAt}`,
    report.durationSeconds !== undefined &&
      formatDuration(report.durationSeconds),
  ];
  const lines = [
    `${palette.strong(options.name)}  ${facts
      .filter(fact => fact)
      .join(' · ')}`,
    '',
    ...alignColumns(COLUMNS, series.slice(0, maxSeries).map(seriesRow), title =>
      palette.faint(title),
    ),
  ];
  if (series.length > maxSeries) {
    lines.push(
      palette.faint(
        `… and ${series.length - maxSeries} more series; --all shows them.`,
      ),
    );
  }
  if (report.toolVerdicts.length > 0) {
    lines.push('', palette.faint(`WHAT ${report.tool.toUpperCase()} CHECKED`));
    for (const verdict of report.toolVerdicts) {
      const outcome = verdict.passed
        ? palette.good('✔ passed')
        : palette.bad('✖ failed');
      lines.push(
        `${outcome}  ${toOneLine(`${verdict.metric} ${verdict.expression}`)}`,
      );
    }
  }
  if (report.warnings.length > 0) {
    lines.push('', palette.faint('WARNINGS'));
    for (const warning of report.warnings) {
      const location = warning.location ? ` (${warning.location})` : '';
      lines.push(
        `${palette.caution('▲')} ${toOneLine(warning.message)}${toOneLine(
          location,
        )}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function seriesRow(series: PrintableSeries): string[] {
  const quantity = (value: number | undefined) =>
    value === undefined ? '' : formatQuantity(value, series.unit);
  return [
    toOneLine(series.metric),
    toOneLine(formatLabels(series.labels)),
    formatCount(series),
    quantity(series.mean),
    quantity(series.quantiles['0.5']),
    quantity(series.quantiles['0.95']),
    quantity(series.quantiles['0.99']),
    quantity(series.max),
    series.quantileMethod === 'none' ? '' : series.quantileMethod,
  ];
}

type PrintableSeries = Omit<Series, 'values' | 'sketch'>;

/** What most budgets are about first; what covers everything before its parts. */
function compareForReading(a: PrintableSeries, b: PrintableSeries): number {
  return (
    Object.keys(a.labels).length - Object.keys(b.labels).length ||
    readingOrder(a.metric) - readingOrder(b.metric) ||
    a.metric.localeCompare(b.metric)
  );
}

function readingOrder(metric: string): number {
  const index = METRICS.findIndex(known => known.name === metric);
  return index === -1 ? METRICS.length : index;
}

function formatCount({ metric, unit, count }: PrintableSeries): string {
  if (count === undefined) {
    return '';
  }
  return getMetric(metric)?.type === 'count'
    ? formatQuantity(count, unit)
    : String(count);
}
