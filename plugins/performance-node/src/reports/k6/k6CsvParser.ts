import { readCsv } from '../input/readCsv';
import { ReportError } from '../ReportError';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { K6SampleReader } from './K6SampleReader';

const SOURCE = { tool: 'k6', format: 'k6-csv' };

/** The first three columns of every version (grafana/k6, internal/output/csv/output.go). */
const FIRST_COLUMNS = ['metric_name', 'timestamp', 'metric_value'];

/**
 * k6's raw output, `--out csv=file`: a column for each system tag, the script's own tags as
 * `a=1&b=2` in `extra_tags`.
 *
 * @public
 */
export const k6CsvParser: ReportParser = {
  tool: 'k6',
  formats: [SOURCE.format],

  detect(head) {
    const text = head.toString('utf8').replace(/^\uFEFF/, '');
    return text.startsWith(`${FIRST_COLUMNS.join(',')},`)
      ? { confidence: 'certain', format: SOURCE.format }
      : undefined;
  },

  async parse(input, { limits }) {
    const reader = new K6SampleReader(
      SOURCE,
      limits,
      new ReportWarnings(limits.maxWarnings),
    );
    let columns: string[] | undefined;
    const end = await readCsv(input, SOURCE, limits, {
      delimiter: ',',
      onRecord(record, line) {
        if (columns === undefined) {
          columns = record;
          return;
        }
        reader.add(
          {
            k6Name: record[0],
            timeMs: parseTime(record[1]),
            value: record[2] === '' ? NaN : Number(record[2]),
            tags: tagsOf(columns, record),
          },
          line,
        );
      },
    });
    if (!end.terminated) {
      throw new ReportError({
        ...SOURCE,
        line: end.line,
        reason: 'unexpected end of record (report cut off?)',
      });
    }
    return reader.finish();
  },
};

function tagsOf(columns: string[], record: string[]): Record<string, string> {
  const tags: Record<string, string> = Object.create(null);
  for (let index = FIRST_COLUMNS.length; index < columns.length; index++) {
    const column = columns[index];
    const value = record[index];
    if (value === '' || column === 'metadata') {
      continue;
    }
    if (column === 'extra_tags') {
      for (const pair of value.split('&')) {
        const equals = pair.indexOf('=');
        if (equals > 0) {
          tags[pair.slice(0, equals)] = pair.slice(equals + 1);
        }
      }
    } else {
      tags[column] = value;
    }
  }
  return tags;
}

/** `K6_CSV_TIME_FORMAT` is `unix` (seconds), `unix_milli`, `unix_micro`, `unix_nano` or RFC 3339. */
function parseTime(text: string): number {
  if (!/^\d+$/.test(text)) {
    return Date.parse(text);
  }
  const value = Number(text);
  if (text.length <= 11) {
    return value * 1000;
  }
  if (text.length <= 14) {
    return value;
  }
  return text.length <= 17 ? value / 1000 : value / 1e6;
}
