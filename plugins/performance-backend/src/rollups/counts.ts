import {
  components,
  VerdictState,
} from '@perf-governance/plugin-performance-common';

type RollupCounts = components['schemas']['RollupCounts'];

/** What counters count, as their columns are named. */
export const COUNT_COLUMNS = [
  'fail',
  'warn',
  'no_data',
  'pass',
  'not_applicable',
  'waived',
] as const;

/** Verdicts by state, and of the failures and missing data how many a waiver covers. */
export type Counts = Record<(typeof COUNT_COLUMNS)[number], number>;

/** Counts as a database gives them: PostgreSQL gives sums as text, and `null` over nothing. */
export type CountsRow = Record<keyof Counts, number | string | null>;

const COLUMN_OF: Record<VerdictState, keyof Counts> = {
  fail: 'fail',
  warn: 'warn',
  'no-data': 'no_data',
  pass: 'pass',
  'not-applicable': 'not_applicable',
};

export function zeroCounts(): Counts {
  return {
    fail: 0,
    warn: 0,
    no_data: 0,
    pass: 0,
    not_applicable: 0,
    waived: 0,
  };
}

export function resetCounts(counts: Counts): void {
  for (const column of COUNT_COLUMNS) {
    counts[column] = 0;
  }
}

/** Adds `times` verdicts of a state. */
export function countState(
  counts: Counts,
  state: VerdictState,
  times: number,
): void {
  counts[COLUMN_OF[state]] += times;
}

/** Adds, or with a `factor` of -1 subtracts. */
export function addCounts(counts: Counts, more: Counts, factor = 1): void {
  for (const column of COUNT_COLUMNS) {
    counts[column] += factor * more[column];
  }
}

export function isZero(counts: Counts): boolean {
  return COUNT_COLUMNS.every(column => counts[column] === 0);
}

export function countsFromRow(row: CountsRow, prefix = ''): Counts {
  const counts = zeroCounts();
  for (const column of COUNT_COLUMNS) {
    counts[column] = Number(row[`${prefix}${column}` as keyof Counts] ?? 0);
  }
  return counts;
}

/** All that are applicable: the denominator. */
export function totalOf(counts: Counts): number {
  return counts.fail + counts.warn + counts.no_data + counts.pass;
}

/** Those within their fail limit. */
export function withinOf(counts: Counts): number {
  return counts.pass + counts.warn;
}

/** `undefined` where there is nothing to judge. */
export function shareOf(counts: Counts): number | undefined {
  const total = totalOf(counts);
  return total === 0 ? undefined : withinOf(counts) / total;
}

export function countsToApi(counts: Counts): RollupCounts {
  const { fail, warn, pass, waived } = counts;
  return {
    states: {
      fail,
      warn,
      'no-data': counts.no_data,
      pass,
      'not-applicable': counts.not_applicable,
    },
    waived,
    total: totalOf(counts),
    within: withinOf(counts),
    share: shareOf(counts),
  };
}
