import { JsonValue } from '@backstage/types';
import { JsonFields } from '../input/JsonFields';
import { Line, readLines } from '../input/readLines';
import { ReportError } from '../ReportError';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { K6MetricType } from './k6Metrics';
import { K6SampleReader } from './K6SampleReader';

const SOURCE = { tool: 'k6', format: 'k6-ndjson' };

const TYPES = new Set<string>(['counter', 'gauge', 'rate', 'trend']);

/**
 * k6's raw output, `--out json=file` (grafana/k6, internal/output/json): a line that declares a
 * metric, then a line for every sample. Thresholds are declared there without their outcome.
 *
 * @public
 */
export const k6NdjsonParser: ReportParser = {
  tool: 'k6',
  formats: [SOURCE.format],

  detect(head) {
    const [firstLine] = head.toString('utf8').trimStart().split('\n', 1);
    return /^\{.*"type"\s*:\s*"(Metric|Point)"/.test(firstLine) &&
      /"data"\s*:|"metric"\s*:/.test(firstLine)
      ? { confidence: 'certain', format: SOURCE.format }
      : undefined;
  },

  async parse(input, { limits }) {
    const warnings = new ReportWarnings(limits.maxWarnings);
    const reader = new K6SampleReader(SOURCE, limits, warnings);
    await readLines(input, SOURCE, limits, line => {
      const record = JsonFields.of(
        SOURCE,
        parseLine(line),
        `line ${line.number}`,
      );
      const type = record.value('type');
      if (type === 'Point') {
        readPoint(record, reader, line);
      } else if (type === 'Metric') {
        readMetric(record, reader, warnings, line);
      } else {
        throw new ReportError({
          ...SOURCE,
          line: line.number,
          reason: 'expected a record of type Metric or Point',
        });
      }
    });
    return reader.finish();
  },
};

function parseLine(line: Line): JsonValue {
  try {
    return JSON.parse(line.text);
  } catch (error) {
    throw new ReportError({
      ...SOURCE,
      line: line.number,
      byte: line.byte,
      reason: line.terminated
        ? `not valid JSON: ${(error as Error).message}`
        : 'unexpected end of record (report cut off?)',
      cause: error,
    });
  }
}

function readPoint(
  record: JsonFields,
  reader: K6SampleReader,
  line: Line,
): void {
  const data = record.value('data');
  const k6Name = record.value('metric');
  if (
    typeof k6Name !== 'string' ||
    typeof data !== 'object' ||
    data === null ||
    Array.isArray(data)
  ) {
    throw new ReportError({
      ...SOURCE,
      line: line.number,
      reason: 'expected a Point with "metric" and "data"',
    });
  }
  const { time, value, tags } = data;
  reader.add(
    {
      k6Name,
      timeMs: typeof time === 'string' ? Date.parse(time) : NaN,
      value: typeof value === 'number' ? value : NaN,
      tags: stringTags(tags),
    },
    line.number,
  );
}

/** The tags that labels come from; in k6 they are strings. */
const LABEL_TAGS = ['name', 'method', 'url', 'group', 'scenario', 'journey'];

function stringTags(tags: JsonValue | undefined): Record<string, string> {
  const strings: Record<string, string> = {};
  if (typeof tags === 'object' && tags !== null && !Array.isArray(tags)) {
    for (const tag of LABEL_TAGS) {
      const value = tags[tag];
      if (typeof value === 'string') {
        strings[tag] = value;
      }
    }
  }
  return strings;
}

function readMetric(
  record: JsonFields,
  reader: K6SampleReader,
  warnings: ReportWarnings,
  line: Line,
): void {
  const data = record.fields('data');
  const name = record.optionalString('metric') ?? data.optionalString('name');
  const type = data.optionalString('type');
  if (name === undefined || type === undefined || !TYPES.has(type)) {
    throw new ReportError({
      ...SOURCE,
      line: line.number,
      reason: 'expected a Metric with its name and type',
    });
  }
  reader.declare(name, type as K6MetricType, data.optionalString('contains'));
  const thresholds = data.value('thresholds');
  if (Array.isArray(thresholds) && thresholds.length > 0) {
    warnings.add(
      'tool-verdicts-missing',
      `k6's raw output declares thresholds (${name}) but not whether they passed; the summary does`,
      `line ${line.number}`,
    );
  }
}
