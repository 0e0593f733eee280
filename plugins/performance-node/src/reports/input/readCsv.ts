import { pipeline } from 'stream/promises';
import { Writable } from 'stream';
import { CsvError, parse } from 'csv-parse';
import { ReportError } from '../ReportError';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { textChunks } from './textChunks';

const LINE_FEED = 0x0a;

interface CsvOptions {
  delimiter: string;
  /** Called for every record, the header too. `line` is 1-based and that of the record's end. */
  onRecord(record: string[], line: number): void;
}

interface CsvEnd {
  /** Whether a line feed follows the last record; if not, its last field may be cut short. */
  terminated: boolean;
  /** Of the last record. */
  line: number;
}

/**
 * Reads delimited text by RFC 4180: fields may be quoted and then hold delimiters, quotes and line
 * breaks. Every record has as many fields as the first.
 *
 * @throws ReportError with the line of a broken record; ReportLimitError past `maxLineBytes`
 */
export async function readCsv(
  chunks: AsyncIterable<Buffer>,
  source: { tool: string; format: string },
  limits: ReportLimits,
  options: CsvOptions,
): Promise<CsvEnd> {
  let lastByte: number | undefined;
  let line = 0;
  let failure: unknown;

  async function* watched() {
    for await (const chunk of textChunks(chunks, source)) {
      if (chunk.length > 0) {
        lastByte = chunk[chunk.length - 1];
      }
      yield chunk;
    }
  }

  const parser = parse({
    delimiter: options.delimiter,
    skip_empty_lines: true,
    max_record_size: limits.maxLineBytes,
    // Records are taken here and not pushed through a stream: there are millions of them.
    on_record: (record: string[], context) => {
      line = context.lines;
      try {
        if (record.length > limits.maxColumns) {
          throw new ReportLimitError({
            ...source,
            line,
            reason: `the record has ${record.length} columns`,
            limit: 'maxColumns',
            limitValue: limits.maxColumns,
          });
        }
        options.onRecord(record, line);
      } catch (error) {
        failure = error;
        throw error;
      }
      return undefined;
    },
  });
  try {
    await pipeline(watched, parser, discard());
  } catch (error) {
    throw failure ?? asReportError(error, source, limits);
  }
  return { terminated: lastByte === LINE_FEED, line };
}

function discard(): Writable {
  return new Writable({
    objectMode: true,
    write: (_record, _encoding, done) => done(),
  });
}

function asReportError(
  error: unknown,
  source: { tool: string; format: string },
  limits: ReportLimits,
): unknown {
  if (!(error instanceof CsvError)) {
    return error;
  }
  const place = {
    ...source,
    line: typeof error.lines === 'number' ? error.lines : undefined,
    cause: error,
  };
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return new ReportLimitError({
        ...place,
        reason: 'the record is too long',
        limit: 'maxLineBytes',
        limitValue: limits.maxLineBytes,
      });
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ReportError({
        ...place,
        reason: 'unexpected end inside a quoted field (report cut off?)',
      });
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH': {
      const found = Array.isArray(error.record) ? error.record.length : 'other';
      return new ReportError({
        ...place,
        reason: `the record has ${found} fields, not as many as the first (report cut off?)`,
      });
    }
    default:
      return new ReportError({ ...place, reason: error.message });
  }
}
