import { InputError } from '@backstage/errors';

/**
 * Where in a report something is wrong, and in whose report.
 *
 * @public
 */
export interface ReportErrorDetails {
  /** Why the report can't be read, as half a sentence: `unexpected end of record`. */
  reason: string;
  /** `k6`, `jmeter`, … Absent while the tool isn't known. */
  tool?: string;
  /** Dialect, e.g. `k6-ndjson`. */
  format?: string;
  /** 1-based, in the decompressed report. */
  line?: number;
  /** 0-based offset in the decompressed report, or in the compressed one where the compression is broken. */
  byte?: number;
  /** JSON path of the value at fault, e.g. `metrics.http_req_duration`. */
  path?: string;
  /** Tools that could have written it, when that is the problem. */
  candidates?: string[];
  cause?: unknown;
}

/**
 * A report that can't be understood: HTTP 400. The message names tool, place and reason, e.g.
 * `k6 NDJSON: line 1042: unexpected end of record (report cut off?)`.
 *
 * @public
 */
export class ReportError extends InputError {
  readonly reason: string;
  readonly tool?: string;
  readonly format?: string;
  readonly line?: number;
  readonly byte?: number;
  readonly path?: string;
  readonly candidates?: string[];
  override readonly cause?: Error;

  constructor(details: ReportErrorDetails) {
    const place = [
      details.line === undefined ? undefined : `line ${details.line}`,
      details.path,
      details.byte === undefined || details.line !== undefined
        ? undefined
        : `byte ${details.byte}`,
    ].filter(part => part !== undefined);
    super(
      [formatTitle(details.format) ?? details.tool, ...place, details.reason]
        .filter(part => part !== undefined)
        .join(': '),
    );
    // Not handed to the base class, which would repeat the cause in the message.
    this.cause = asError(details.cause);
    this.reason = details.reason;
    this.tool = details.tool;
    this.format = details.format;
    this.line = details.line;
    this.byte = details.byte;
    this.path = details.path;
    this.candidates = details.candidates;
  }
}

function asError(cause: unknown): Error | undefined {
  return cause instanceof Error ? cause : undefined;
}

const FORMAT_TITLES: Record<string, string> = {
  'k6-ndjson': 'k6 NDJSON',
  'k6-csv': 'k6 CSV',
  'k6-summary-export': 'k6 summary export',
  'k6-handle-summary': 'k6 handleSummary data',
  'k6-machine-readable-summary': 'k6 machine-readable summary',
  'k6-summary': 'k6 summary',
  'jmeter-jtl-csv': 'JMeter JTL (CSV)',
  'jmeter-jtl-xml': 'JMeter JTL (XML)',
  'jmeter-statistics': 'JMeter dashboard statistics',
  'lighthouse-lhr': 'Lighthouse result',
  'lighthouse-flow': 'Lighthouse user flow',
  'autocannon-json': 'autocannon JSON',
};

function formatTitle(format: string | undefined): string | undefined {
  return format === undefined ? undefined : FORMAT_TITLES[format] ?? format;
}
