import { ReportError } from '../ReportError';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { textChunks } from './textChunks';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface Line {
  text: string;
  /** 1-based. */
  number: number;
  /** Offset of its first byte, 0-based. */
  byte: number;
  /** Whether a line feed follows; only the last line of a report may lack it. */
  terminated: boolean;
}

/**
 * Calls `onLine` for every line that isn't blank. Lines are handed over synchronously, since a
 * raw report has millions of them.
 *
 * @throws ReportLimitError at a line longer than `maxLineBytes`, without holding more of it
 */
export async function readLines(
  chunks: AsyncIterable<Buffer>,
  source: { tool: string; format: string },
  limits: ReportLimits,
  onLine: (line: Line) => void,
): Promise<void> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let number = 0;
  let byte = 0;

  const emit = (bytes: Buffer, terminated: boolean) => {
    number += 1;
    const end =
      bytes[bytes.length - 1] === CARRIAGE_RETURN
        ? bytes.length - 1
        : bytes.length;
    const text = bytes.toString('utf8', 0, end);
    if (text.trim() !== '') {
      onLine({ text, number, byte, terminated });
    }
    byte += bytes.length + (terminated ? 1 : 0);
  };
  const checkLength = (length: number) => {
    if (length > limits.maxLineBytes) {
      throw new ReportLimitError({
        ...source,
        line: number + 1,
        byte,
        reason: 'the line is too long',
        limit: 'maxLineBytes',
        limitValue: limits.maxLineBytes,
      });
    }
  };

  for await (const chunk of textChunks(chunks, source)) {
    let start = 0;
    let end = chunk.indexOf(LINE_FEED, start);
    while (end >= 0) {
      checkLength(restBytes + end - start);
      const piece = chunk.subarray(start, end);
      emit(restBytes === 0 ? piece : Buffer.concat([...rest, piece]), true);
      rest = [];
      restBytes = 0;
      start = end + 1;
      end = chunk.indexOf(LINE_FEED, start);
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      restBytes += chunk.length - start;
      checkLength(restBytes);
    }
  }
  if (restBytes > 0) {
    emit(Buffer.concat(rest), false);
  }
  if (number === 0) {
    throw new ReportError({ ...source, reason: 'the report is empty' });
  }
}
