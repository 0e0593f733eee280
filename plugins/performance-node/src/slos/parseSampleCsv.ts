import { SloSample } from '@perf-governance/plugin-performance-common';
import { CsvError, parse } from 'csv-parse/sync';
import { parseSampleTime } from './parseSampleTime';

const COLUMNS = ['time', 'good', 'total'] as const;

type Column = (typeof COLUMNS)[number];

/** Of decimal numbers, with an exponent or without. */
const NUMBER = /^\d+(\.\d*)?([eE][+-]?\d+)?$/;

/** More would be the same mistake over again. */
const MAX_PROBLEMS = 100;

/**
 * A row that can't be taken.
 *
 * @public
 */
export interface SampleCsvProblem {
  /** 1-based. */
  line: number;
  message: string;
}

/**
 * A sample, and where it was read.
 *
 * @public
 */
export interface CsvSample extends SloSample {
  /** 1-based. */
  line: number;
}

/** @public */
export interface SampleCsv {
  /** In order of time; of use only where there are no problems. */
  samples: CsvSample[];
  /** The shortest time between two samples; absent of fewer. */
  stepSeconds?: number;
  /** In the order of lines, 100 at most. */
  problems: SampleCsvProblem[];
}

interface Row {
  line: number;
  cells: string[];
}

/**
 * Reads good and total per step from CSV (RFC 4180; a byte order mark, CRLF, quotes and blank lines are
 * fine). The first row names the columns `time`, `good` and `total`, in any order and among others;
 * without it they come in this order.
 *
 * `time` is where a step starts: ISO 8601, in UTC unless it has a zone, or seconds since 1970, or
 * milliseconds from 100 thousand million on. Rows may come in any order; two of one time are a problem.
 *
 * @public
 */
export function parseSampleCsv(text: string): SampleCsv {
  const problems: SampleCsvProblem[] = [];
  const rows = readRows(text, problems);
  const columns = columnsOf(rows[0]);
  const samples: CsvSample[] = [];
  for (const row of columns ? rows.slice(1) : rows) {
    const sample = readRow(row, columns ?? { time: 0, good: 1, total: 2 });
    if ('message' in sample) {
      problems.push(sample);
    } else {
      samples.push(sample);
    }
  }
  samples.sort((a, b) => a.at - b.at || a.line - b.line);
  const distances = samples.slice(1).map((sample, index) => {
    const distance = sample.at - samples[index].at;
    if (distance === 0) {
      problems.push({
        line: sample.line,
        message: `has the time of line ${samples[index].line}`,
      });
    }
    return distance;
  });
  const shortest = distances.reduce((a, b) => Math.min(a, b), Infinity);
  return {
    samples,
    ...(Number.isFinite(shortest) && { stepSeconds: shortest / 1000 }),
    problems: problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS),
  };
}

function readRows(text: string, problems: SampleCsvProblem[]): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    problems.push({
      line: typeof error.lines === 'number' ? error.lines : rows.length + 1,
      message: `can't be read: ${error.message}`,
    });
  }
  return rows;
}

/** Where the columns are, if the first row names them. */
function columnsOf(first: Row | undefined): Record<Column, number> | undefined {
  const names = first?.cells.map(cell => cell.toLowerCase()) ?? [];
  const [time, good, total] = COLUMNS.map(column => names.indexOf(column));
  return time >= 0 && good >= 0 && total >= 0
    ? { time, good, total }
    : undefined;
}

function readRow(
  { line, cells }: Row,
  columns: Record<Column, number>,
): CsvSample | SampleCsvProblem {
  const missing = COLUMNS.find(column => !cells[columns[column]]);
  if (missing) {
    return { line, message: `has no ${missing}` };
  }
  const time = cells[columns.time];
  const at = parseSampleTime(time);
  if (at === undefined) {
    return {
      line,
      message: `"${time}" is no time such as 2026-11-22T16:20:00Z or 1795364400`,
    };
  }
  const numbers = { good: 0, total: 0 };
  for (const column of ['good', 'total'] as const) {
    const cell = cells[columns[column]];
    numbers[column] = Number(cell);
    if (!NUMBER.test(cell) || !Number.isFinite(numbers[column])) {
      return {
        line,
        message: `${column} is "${cell}", not a number from 0 on`,
      };
    }
    if (numbers[column] > Number.MAX_SAFE_INTEGER) {
      return {
        line,
        message: `${column} is "${cell}", more than can be counted exactly: ${Number.MAX_SAFE_INTEGER} at most`,
      };
    }
  }
  return numbers.good > numbers.total
    ? {
        line,
        message: `has more good (${numbers.good}) than there are in total (${numbers.total})`,
      }
    : { line, at, ...numbers };
}
