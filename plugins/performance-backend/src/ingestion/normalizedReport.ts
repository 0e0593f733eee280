import {
  components,
  ParsedReport,
  Series,
} from '@perf-governance/plugin-performance-common';
import {
  checkParsedReport,
  ReportLimits,
} from '@perf-governance/plugin-performance-node';
import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { QuantileSketch } from '@perf-governance/plugin-performance-common';
import { canonicalJson } from './canonicalJson';

type NewRun = Omit<components['schemas']['NewRun'], 'dryRun'>;

/**
 * What an already normalised run says, checked like a report that was parsed here.
 *
 * @throws InputError naming the series at fault.
 */
export function normalizedReport(
  run: NewRun,
  limits: ReportLimits,
): { report: ParsedReport; contentSha256: string; bytes: number } {
  const report: ParsedReport = {
    tool: run.tool,
    toolVersion: run.toolVersion,
    format: run.format ?? 'run',
    startedAt: run.startedAt,
    durationSeconds: run.durationSeconds,
    series: run.series.map(normalizedSeries),
    toolVerdicts: run.toolVerdicts ?? [],
    warnings: run.warnings ?? [],
    timeline: run.timeline,
    configuration: run.configuration,
  };
  if (report.series.length > limits.maxSeries) {
    throw new InputError(
      `The run holds ${report.series.length} series; the limit is ${limits.maxSeries}, configured by performance.reports.limits.maxSeries`,
    );
  }
  checkParsedReport(report);
  // Labels of the change are no part of what was measured, and may come later.
  const { changeLabels: _, ...measured } = run;
  const content = canonicalJson(measured);
  return {
    report,
    contentSha256: createHash('sha256').update(content).digest('hex'),
    bytes: Buffer.byteLength(content),
  };
}

function normalizedSeries(
  series: components['schemas']['NewSeries'],
  index: number,
): Series {
  const where = `series[${index}] (${series.metric})`;
  for (const key of Object.keys(series.quantiles)) {
    const quantile = Number(key);
    if (!(quantile >= 0 && quantile <= 1) || String(quantile) !== key) {
      throw new InputError(
        `${where}: '${key}' is no quantile: write a number from 0 to 1, e.g. "0.95"`,
      );
    }
  }
  if (series.sketch !== undefined) {
    try {
      QuantileSketch.fromBase64(series.sketch);
    } catch {
      throw new InputError(
        `${where}: the sketch is no DDSketch as protobuf in base64`,
      );
    }
  }
  return {
    ...series,
    values: series.values && [...series.values].sort((a, b) => a - b),
  };
}
