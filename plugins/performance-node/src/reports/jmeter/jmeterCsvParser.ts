import { readCsv } from '../input/readCsv';
import { ReportError } from '../ReportError';
import { ReportLimits } from '../ReportLimits';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { JmeterSampleReader } from './JmeterSampleReader';
import { DEFAULT_COLUMNS, JtlColumn, JtlLayout, jtlLayout } from './jtlColumns';
import { parseJmeterTime } from './parseJmeterTime';

const SOURCE = { tool: 'jmeter', format: 'jmeter-jtl-csv' };

/**
 * JMeter's results in CSV, by header; without one, in JMeter's default order.
 *
 * @public
 */
export const jmeterCsvParser: ReportParser = {
  tool: 'jmeter',
  formats: [SOURCE.format],

  detect(head) {
    const layout = jtlLayout(firstLineOf(head));
    return layout
      ? {
          confidence: layout.header ? 'certain' : 'likely',
          format: SOURCE.format,
        }
      : undefined;
  },

  async parse(input, { limits }) {
    const { head, chunks } = await peek(input, limits);
    const layout = jtlLayout(firstLineOf(head));
    if (!layout) {
      throw new ReportError({
        ...SOURCE,
        line: 1,
        reason: `expected a header, or samples in the order ${DEFAULT_COLUMNS.join(
          ', ',
        )}`,
      });
    }
    const warnings = new ReportWarnings(limits.maxWarnings);
    const reader = new JmeterSampleReader(SOURCE, limits, warnings, 'flat');
    warnAbout(layout, warnings);
    const read = (
      { record, line }: CsvRecord,
      secondaryFields: SecondaryFields = 'all',
    ) => readRecord(record, line, secondaryFields, layout, reader, warnings);
    let records = 0;
    // Whether the last record is whole shows only when the report has ended.
    let last: CsvRecord | undefined;
    const end = await readCsv(chunks, SOURCE, limits, {
      delimiter: layout.delimiter,
      onRecord(record, line) {
        records += 1;
        if (last) {
          read(last);
        }
        last = records > 1 || !layout.header ? { record, line } : undefined;
      },
    });
    if (last) {
      read(last, end.terminated ? 'all' : 'all but the last field');
    }
    return reader.finish();
  },
};

interface CsvRecord {
  record: string[];
  line: number;
}

type SecondaryFields = 'all' | 'all but the last field';

/** Columns without which a sample is still a sample. */
const SECONDARY: ReadonlySet<JtlColumn> = new Set<JtlColumn>([
  'bytes',
  'sentBytes',
  'allThreads',
  'Latency',
  'Connect',
  'threadName',
]);

/**
 * The last field of a report that doesn't end with a line feed may be cut short: 12 may have been
 * 123. A word such as `true` can't, and a field that only adds detail is left out.
 */
function readRecord(
  record: string[],
  line: number,
  secondaryFields: SecondaryFields,
  layout: JtlLayout,
  reader: JmeterSampleReader,
  warnings: ReportWarnings,
): void {
  const text = (column: JtlColumn) => {
    const position = layout.positions[column];
    if (
      secondaryFields === 'all but the last field' &&
      position === record.length - 1 &&
      column !== 'success'
    ) {
      if (!SECONDARY.has(column)) {
        throw new ReportError({
          ...SOURCE,
          line,
          reason: 'unexpected end of record (report cut off?)',
        });
      }
      warnings.add(
        'record-unterminated',
        `the report doesn't end with a line feed; ${column} of its last sample may be cut off and is left out`,
        `line ${line}`,
      );
      return undefined;
    }
    return position === undefined ? undefined : record[position];
  };
  const amount = (column: JtlColumn) => {
    const value = text(column);
    return value === undefined ? undefined : parseAmount(value);
  };
  const { timeMs, zoned } = parseJmeterTime(text('timeStamp') ?? '');
  if (!zoned && !Number.isNaN(timeMs)) {
    warnings.add(
      'time-zone-unknown',
      'the times of the samples say no time zone; they are taken for UTC',
      `line ${line}`,
    );
  }
  reader.add(
    {
      label: text('label') ?? '',
      timeMs,
      elapsedMs: amount('elapsed') ?? NaN,
      success: parseSuccess(text('success'), line),
      responseMessage: text('responseMessage'),
      latencyMs: amount('Latency'),
      connectMs: amount('Connect'),
      receivedBytes: amount('bytes'),
      sentBytes: amount('sentBytes'),
      threads: amount('allThreads'),
      sampleCount: amount('SampleCount'),
      thread: text('threadName'),
    },
    line,
  );
}

function parseAmount(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) : NaN;
}

function parseSuccess(
  text: string | undefined,
  line: number,
): boolean | undefined {
  if (text === undefined) {
    return undefined;
  }
  const word = text.toLowerCase();
  if (word !== 'true' && word !== 'false') {
    throw new ReportError({
      ...SOURCE,
      line,
      reason: `success is neither true nor false: "${text.slice(0, 40)}"`,
    });
  }
  return word === 'true';
}

function warnAbout(layout: JtlLayout, warnings: ReportWarnings): void {
  if (!layout.header) {
    warnings.add(
      'header-missing',
      `the report has no header; its columns are taken for ${DEFAULT_COLUMNS.join(
        ', ',
      )}, …`,
    );
  }
  if (layout.positions.success === undefined) {
    warnings.add(
      'success-missing',
      'the report has no column "success", so failures are unknown',
    );
  }
  if (layout.positions.timeStamp === undefined) {
    throw new ReportError({
      ...SOURCE,
      line: 1,
      reason: 'has no column "timeStamp"',
    });
  }
  if (layout.positions.responseMessage === undefined) {
    warnings.add(
      'transactions-unknown',
      'the report has no column "responseMessage", by which transaction controllers are told from requests',
    );
  }
}

function firstLineOf(head: Buffer): string {
  return head
    .toString('utf8')
    .replace(/^\uFEFF?\s*/, '')
    .split(/\r?\n/, 1)[0];
}

/** Reads the first line without taking it away from what follows. */
async function peek(
  input: AsyncIterable<Buffer>,
  limits: ReportLimits,
): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = input[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let bytes = 0;
  while (bytes < limits.maxLineBytes) {
    const next = await iterator.next();
    if (next.done) {
      break;
    }
    parts.push(next.value);
    bytes += next.value.length;
    if (next.value.includes(0x0a)) {
      break;
    }
  }
  async function* chunks() {
    yield* parts;
    for (
      let next = await iterator.next();
      !next.done;
      next = await iterator.next()
    ) {
      yield next.value;
    }
  }
  return { head: Buffer.concat(parts), chunks: chunks() };
}
