import { JsonValue } from '@backstage/types';
import { ReportError } from '../ReportError';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { textChunks } from './textChunks';

/**
 * Reads a report that is one JSON document.
 *
 * @throws ReportLimitError past `maxDocumentBytes` or `maxDocumentValues`; ReportError with line and byte if it isn't JSON
 */
export async function readJsonDocument(
  chunks: AsyncIterable<Buffer>,
  source: { tool: string; format: string },
  limits: ReportLimits,
): Promise<JsonValue> {
  const parts: Buffer[] = [];
  let bytes = 0;
  let values = 0;
  for await (const chunk of textChunks(chunks, source)) {
    bytes += chunk.length;
    if (bytes > limits.maxDocumentBytes) {
      throw new ReportLimitError({
        ...source,
        byte: limits.maxDocumentBytes,
        reason: 'the JSON document has too many bytes',
        limit: 'maxDocumentBytes',
        limitValue: limits.maxDocumentBytes,
      });
    }
    values += countValues(chunk);
    if (values > limits.maxDocumentValues) {
      throw new ReportLimitError({
        ...source,
        byte: bytes,
        reason: 'the JSON document has too many values',
        limit: 'maxDocumentValues',
        limitValue: limits.maxDocumentValues,
      });
    }
    parts.push(chunk);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReportError({
      ...source,
      ...locateSyntaxError(text, error as SyntaxError),
      cause: error,
    });
  }
}

const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Every value but the first follows one of these; those within text count too, which does no harm. */
function countValues(chunk: Buffer): number {
  let count = 0;
  for (const byte of chunk) {
    if (byte === COMMA || byte === BRACKET || byte === BRACE) {
      count += 1;
    }
  }
  return count;
}

/**
 * V8 says where a document breaks only in its message: as a position, as an excerpt around it, or
 * not at all where the end came too early.
 */
function locateSyntaxError(
  text: string,
  error: SyntaxError,
): { reason: string; line: number; byte: number } {
  const offset = offsetOf(text, error.message);
  const atEnd =
    offset >= text.trimEnd().length ||
    error.message.startsWith('Unterminated string');
  const before = atEnd ? text : text.slice(0, offset);
  return {
    reason: atEnd
      ? 'unexpected end of the JSON document (report cut off?)'
      : `not valid JSON: ${error.message}`,
    line: before.split('\n').length,
    byte: Buffer.byteLength(before),
  };
}

function offsetOf(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message);
  if (position) {
    return Number(position[1]);
  }
  const excerpt =
    /^Unexpected token '(.+)', (?:\.\.\.)?"(.+?)"(?:\.\.\.)? is not valid JSON$/s.exec(
      message,
    );
  if (!excerpt) {
    return text.length;
  }
  // The token breaks the document wherever it stands, so its first excerpt is the right one.
  const [, token, around] = excerpt;
  const start = text.indexOf(around);
  return start < 0 ? text.indexOf(token) : start + around.indexOf(token);
}
