import { Readable } from 'stream';
import { ParsedReport } from '@perf-governance/plugin-performance-common';
import { builtInReportParsers } from './builtInReportParsers';
import { checkParsedReport } from './checkParsedReport';
import { detectReport } from './detectReport';
import { decodeReport } from './input/decodeReport';
import { DEFAULT_REPORT_LIMITS, ReportLimits } from './ReportLimits';
import { ReportParser } from './ReportParser';

const HEAD_BYTES = 64 * 1024;

/** @public */
export interface ParseReportOptions {
  /** `DEFAULT_REPORT_LIMITS` for those left out. */
  limits?: Partial<ReportLimits>;
  /** Only this tool's formats come into question. */
  tool?: string;
  /** Read it as this format, whatever the content looks like. */
  format?: string;
  fileName?: string;
  signal?: AbortSignal;
  /** Called with the bytes read so far, as they came in (compressed or not). */
  onProgress?(inputBytes: number): void;
  /** The built-in ones unless given. */
  parsers?: readonly ReportParser[];
}

/** @public */
export interface ParseReportResult {
  report: ParsedReport;
  /** SHA-256 of the decompressed report, in hex. */
  contentSha256: string;
  /** Size of the decompressed report. */
  bytes: number;
}

/**
 * Reads a raw report, compressed with gzip or not, in one pass and in bounded memory: finds out
 * whose it is and turns it into series.
 *
 * When it throws, `stream` has been read in part and is neither ended nor destroyed, so that a
 * server can still answer on the connection it comes from; destroying it is up to the caller.
 *
 * @throws ReportError (HTTP 400) or ReportLimitError (HTTP 413)
 * @public
 */
export async function parseReport(
  stream: Readable,
  options: ParseReportOptions = {},
): Promise<ParseReportResult> {
  const limits = { ...DEFAULT_REPORT_LIMITS, ...options.limits };
  const { signal, fileName } = options;
  let writtenBy: { tool?: string; format?: string } = {};
  const decoded = decodeReport(stream, {
    limits,
    signal,
    writtenBy: () => writtenBy,
    onProgress: options.onProgress,
  });
  const { chunks } = decoded;
  try {
    const { head, complete } = await readHead(chunks);
    const { parser, format } = detectReport(
      head.subarray(0, HEAD_BYTES),
      { fileName, complete },
      options.parsers ?? builtInReportParsers,
      options,
    );
    writtenBy = { tool: parser.tool, format };
    const report = await parser.parse(replay(head, chunks), {
      limits,
      fileName,
      format,
      signal,
    });
    // A parser may stop where its tool's report ends; the rest still counts for the hash.
    for await (const _ of chunks) {
      signal?.throwIfAborted();
    }
    checkParsedReport(report);
    return {
      report,
      contentSha256: decoded.sha256(),
      bytes: decoded.bytes(),
    };
  } finally {
    await chunks.return(undefined);
  }
}

async function readHead(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; complete: boolean }> {
  const parts: Buffer[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) {
      return { head: Buffer.concat(parts), complete: true };
    }
    parts.push(next.value);
    bytes += next.value.length;
  }
  return { head: Buffer.concat(parts), complete: false };
}

/** Unlike `yield*`, leaves `rest` open when its reader stops early. */
async function* replay(
  head: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    yield next.value;
  }
}
