/**
 * How much of a report is read and kept. Reading stops with a `ReportLimitError` at the first
 * limit passed, so that memory stays bounded whatever is sent. Each is configured as
 * `performance.reports.limits.<name>`.
 *
 * @public
 */
export interface ReportLimits {
  /** Decompressed bytes of a report. */
  maxBytes: number;
  /** Decompressed bytes per compressed byte, judged past the first 16 MiB. */
  maxCompressionRatio: number;
  /** Bytes of one record: a line of NDJSON, or a CSV record with its line breaks. */
  maxLineBytes: number;
  /** Decompressed bytes of a report that has to be read as one JSON document. */
  maxDocumentBytes: number;
  /** Values in such a document, roughly: each takes far more memory than its bytes. */
  maxDocumentValues: number;
  /** Columns of a CSV report, nesting depth of an XML one. */
  maxColumns: number;
  /** Characters of one label value; the rest is cut off with a warning. */
  maxLabelLength: number;
  /** Series kept of a run; what is left merges into the label value `other` with a warning. */
  maxSeries: number;
  /** Different label combinations in a report; more is a mistake in the test, not a report. */
  maxLabelSets: number;
  /** Values kept as they are, over all series of a run; past that, series become sketches. */
  maxExactValuesPerRun: number;
  /** Warnings kept of a report. */
  maxWarnings: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** @public */
export const DEFAULT_REPORT_LIMITS: ReportLimits = {
  maxBytes: 2048 * MIB,
  maxCompressionRatio: 200,
  maxLineBytes: MIB,
  maxDocumentBytes: 64 * MIB,
  maxDocumentValues: 3_000_000,
  maxColumns: 1_000,
  maxLabelLength: 256,
  maxSeries: 2_000,
  maxLabelSets: 100_000,
  maxExactValuesPerRun: 500_000,
  maxWarnings: 100,
};

/**
 * The configuration key of a limit, as errors name it.
 *
 * @public
 */
export function reportLimitConfigKey(limit: keyof ReportLimits): string {
  return `performance.reports.limits.${limit}`;
}
