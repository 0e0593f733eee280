import {
  FindingStatus,
  isFindingOpen,
  OPEN_FINDING_STATUSES,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { lastDayOver } from './filterFindings';
import { gradeOf, riskOfColumn } from './findingRow';
import { FindingSummary } from './FindingStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** First days of the ages that findings are counted by. */
const AGES = [0, 8, 31, 91, 181, 366];

/** Findings that have this in common, and how many they are. */
interface Cell {
  status: FindingStatus;
  severity: number;
  likelihood: number;
  risk: number;
  /** Place among the ages; before the first for findings of a clock that is ahead. */
  age: number;
  count: number;
  overdue: number;
  proposed: number;
}

/**
 * Counts findings by risk and age.
 *
 * @param filter - adds conditions on `findings`.
 */
export async function selectFindingSummary(
  knex: Knex,
  filter: (builder: Knex.QueryBuilder) => void,
  now: Date,
): Promise<FindingSummary> {
  const cells = await selectCells(knex, filter, now);
  return {
    total: sumOf(cells),
    open: sumOf(cells.filter(isFindingOpen)),
    overdue: sumOf(cells, 'overdue'),
    proposed: sumOf(cells, 'proposed'),
    matrix: grouped(cells, ['severity', 'likelihood', 'risk']).map(group => ({
      severity: gradeOf(group[0].severity),
      likelihood: gradeOf(group[0].likelihood),
      risk: riskOfColumn(group[0].risk),
      count: sumOf(group),
    })),
    ages: AGES.map((fromDays, age) => {
      const nextDays: number | undefined = AGES[age + 1];
      return {
        fromDays,
        ...(nextDays !== undefined && { toDays: nextDays - 1 }),
        risks: risksOf(cells.filter(cell => cell.age === age)),
      };
    }),
    statuses: grouped(cells, ['status']).map(group => ({
      value: group[0].status,
      count: sumOf(group),
    })),
  };
}

/** In one pass: there are some hundred of them, however many findings. */
async function selectCells(
  knex: Knex,
  filter: (builder: Knex.QueryBuilder) => void,
  now: Date,
): Promise<Cell[]> {
  // Findings are younger than the first day of the next age.
  const firstDays = [...AGES.entries()].map(
    ([place, day]) => [place - 1, now.getTime() - day * DAY_MS] as const,
  );
  const age = knex.raw(
    `case ${firstDays
      .map(() => 'when findings.created_at > ? then ?')
      .join(' ')} else ? end as age`,
    [...firstDays.flatMap(([place, from]) => [from, place]), AGES.length - 1],
  );
  const late = knex.raw(
    `sum(case when findings.status in (${OPEN_FINDING_STATUSES.map(
      () => '?',
    ).join(', ')}) and findings.due_date <= ? then 1 else 0 end) as overdue`,
    [...OPEN_FINDING_STATUSES, lastDayOver(now)],
  );
  const query = knex('findings');
  filter(query);
  const rows: Record<keyof Cell, string | number>[] = await query
    .groupByRaw('1, 2, 3, 4, 5')
    .orderByRaw('1, 2, 3, 4, 5')
    .select('status', 'severity', 'likelihood', 'risk', age, late)
    .count({ count: '*', proposed: 'closure_proposed_at' });
  return rows.map(({ status, ...numbers }) => ({
    status: status as FindingStatus,
    severity: Number(numbers.severity),
    likelihood: Number(numbers.likelihood),
    risk: Number(numbers.risk),
    age: Number(numbers.age),
    count: Number(numbers.count),
    overdue: Number(numbers.overdue),
    proposed: Number(numbers.proposed),
  }));
}

function sumOf(
  cells: Cell[],
  column: 'count' | 'overdue' | 'proposed' = 'count',
): number {
  return cells.reduce((sum, cell) => sum + cell[column], 0);
}

function risksOf(cells: Cell[]): Record<RiskLevel, number> {
  const risks = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { risk, count } of cells) {
    risks[riskOfColumn(risk)] += count;
  }
  return risks;
}

/** Cells alike in these columns, the least first. */
function grouped(cells: Cell[], columns: (keyof Cell)[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = columns.map(column => cell[column]).join();
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
}
