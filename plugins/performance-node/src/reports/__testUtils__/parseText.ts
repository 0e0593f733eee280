import { Readable } from 'stream';
import { Series } from '@perf-governance/plugin-performance-common';
import { parseReport, ParseReportOptions } from '../parseReport';

/** Parses a report given as text or bytes, handed over in chunks of `chunkBytes`. */
export async function parseText(
  content: string | Buffer,
  options: ParseReportOptions & { chunkBytes?: number } = {},
) {
  const { report } = await parseReport(
    Readable.from(chunksOf(Buffer.from(content), options.chunkBytes ?? 65536)),
    options,
  );
  return report;
}

/** The series of a metric with exactly these labels. */
export function seriesOf(
  report: { series: Series[] },
  metric: string,
  labels: Record<string, string> = {},
): Series | undefined {
  const wanted = JSON.stringify(Object.entries(labels).sort());
  return report.series.find(
    series =>
      series.metric === metric &&
      JSON.stringify(Object.entries(series.labels).sort()) === wanted,
  );
}

export function* chunksOf(content: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < content.length; start += size) {
    yield content.subarray(start, start + size);
  }
}
