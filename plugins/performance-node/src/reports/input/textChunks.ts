import { ReportError } from '../ReportError';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The chunks of a report that must be text: without its byte order mark, and failing at the first
 * NUL byte, which no text report holds but UTF-16 and binary files do.
 */
export async function* textChunks(
  chunks: AsyncIterable<Buffer>,
  source: { tool: string; format: string },
): AsyncGenerator<Buffer> {
  let byte = 0;
  for await (const chunk of chunks) {
    const nul = chunk.indexOf(0);
    if (nul >= 0) {
      throw new ReportError({
        ...source,
        byte: byte + nul,
        reason:
          'NUL byte; the report is binary, damaged or not UTF-8 (save it as UTF-8)',
      });
    }
    const mark =
      byte === 0 && chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    byte += chunk.length;
    yield mark === 0 ? chunk : chunk.subarray(mark);
  }
}
