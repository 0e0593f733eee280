import { StringDecoder } from 'string_decoder';
import { SaxesParser } from 'saxes';
import { ReportError } from '../ReportError';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { textChunks } from './textChunks';

interface XmlHandlers {
  onOpen(name: string, attributes: Record<string, string>, line: number): void;
  onClose(name: string): void;
}

/**
 * Reads XML as a stream of tags; text between them is passed over. Entities that a document type
 * declares aren't expanded.
 *
 * @throws ReportError with the line where it isn't well-formed; ReportLimitError where a tag or a
 * text is longer than `maxLineBytes`, or elements nest deeper than `maxColumns`
 */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  source: { tool: string; format: string },
  limits: ReportLimits,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  let depth = 0;
  let tagPosition = 0;

  parser.on('error', error => {
    throw asReportError(error, source, parser.line);
  });
  parser.on('opentag', tag => {
    depth += 1;
    tagPosition = parser.position;
    if (depth > limits.maxColumns) {
      throw new ReportLimitError({
        ...source,
        line: parser.line,
        reason: 'elements nest too deep',
        limit: 'maxColumns',
        limitValue: limits.maxColumns,
      });
    }
    handlers.onOpen(tag.name, tag.attributes, parser.line);
  });
  parser.on('closetag', tag => {
    depth -= 1;
    tagPosition = parser.position;
    handlers.onClose(tag.name);
  });

  for await (const chunk of textChunks(chunks, source)) {
    parser.write(decoder.write(chunk));
    if (parser.position - tagPosition > limits.maxLineBytes) {
      throw new ReportLimitError({
        ...source,
        line: parser.line,
        reason: 'a tag or the text after it is too long',
        limit: 'maxLineBytes',
        limitValue: limits.maxLineBytes,
      });
    }
  }
  parser.write(decoder.end()).close();
}

/** Saxes puts `line:column: ` in front of its messages. */
function asReportError(
  error: Error,
  source: { tool: string; format: string },
  line: number,
): ReportError {
  const reason = error.message.replace(/^\d+:\d+:\s*/, '');
  return new ReportError({
    ...source,
    line,
    reason: /unclosed tag|unexpected end|document must contain a root/.test(
      reason,
    )
      ? `unexpected end of the XML document: ${reason} (report cut off?)`
      : `not well-formed XML: ${reason}`,
    cause: error,
  });
}
