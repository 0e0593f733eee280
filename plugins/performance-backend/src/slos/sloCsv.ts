import {
  components,
  SloSample,
} from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];
type Cell = string | number | undefined;

const WORK_COLUMNS = [
  'section',
  'objective',
  'name',
  'from',
  'to',
  'good',
  'bad',
  'total',
  'covered_seconds',
  'excluded_seconds',
  'error_rate',
  'burn_rate',
  'value',
  'text',
];

/** How the numbers came about as CSV (RFC 4180): windows, formulas, queries, exclusions. */
export function workCsv(work: Schemas['SloWork']): string {
  const rows: Cell[][] = [
    WORK_COLUMNS,
    ...work.windows.map(window => [
      'window',
      window.objective,
      window.name,
      window.from,
      window.to,
      window.good,
      window.bad,
      window.total,
      window.coveredSeconds,
      window.excludedSeconds,
      window.errorRate,
      window.burnRate,
    ]),
    ...work.formulas.map(({ objective, name, value, formula }) => [
      'formula',
      objective,
      name,
      ...Array<Cell>(9).fill(undefined),
      value,
      formula,
    ]),
    ...work.queries.map(({ objective, role, source, query }) => [
      'query',
      objective,
      `${role} from ${source}`,
      ...Array<Cell>(10).fill(undefined),
      query,
    ]),
    ...work.exclusions.map(({ from, to, adjustmentId }) => [
      'exclusion',
      undefined,
      adjustmentId,
      from,
      to,
    ]),
  ];
  return csvOf(
    rows.map(row =>
      [...row, ...Array(WORK_COLUMNS.length).fill(undefined)].slice(
        0,
        WORK_COLUMNS.length,
      ),
    ),
  );
}

/** As `perf-gate slo report --samples` reads it. */
export function samplesCsv(samples: SloSample[]): string {
  return csvOf([
    ['time', 'good', 'total'],
    ...samples.map(({ at, good, total }) => [
      new Date(at).toISOString(),
      good,
      total,
    ]),
  ]);
}

function csvOf(rows: Cell[][]): string {
  return rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') {
    return cell === undefined ? '' : String(cell);
  }
  // OWASP, "CSV Injection": spreadsheets take such cells for formulas.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
