import {
  OPEN_FINDING_STATUSES,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { whereOverdue } from './filterFindings';
import { gradeOf, riskOfColumn } from './findingRow';
import { FindingSummary } from './FindingStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** First days of the ages that findings are counted by. */
const AGES = [0, 8, 31, 91, 181, 366];

type Count = number | string;

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
  const select = () => {
    const query = knex('findings');
    filter(query);
    return query;
  };
  const statuses: { status: string; count: Count }[] = await select()
    .groupBy('status')
    .orderBy('status')
    .select('status')
    .count({ count: '*' });
  const matrix: {
    severity: number;
    likelihood: number;
    risk: number;
    count: Count;
  }[] = await select()
    .groupBy('severity', 'likelihood', 'risk')
    .orderBy(['severity', 'likelihood'])
    .select('severity', 'likelihood', 'risk')
    .count({ count: '*' });
  const [{ count: overdue }]: { count: Count }[] = await whereOverdue(
    select(),
    now,
  ).count({ count: '*' });
  const [{ count: proposed }]: { count: Count }[] = await select()
    .whereNotNull('closure_proposed_at')
    .count({ count: '*' });
  const countOf = (wanted: (status: string) => boolean) =>
    statuses
      .filter(({ status }) => wanted(status))
      .reduce((sum, { count }) => sum + Number(count), 0);
  const isOpen = (status: string) =>
    OPEN_FINDING_STATUSES.some(open => open === status);
  return {
    total: countOf(() => true),
    open: countOf(isOpen),
    overdue: Number(overdue),
    proposed: Number(proposed),
    matrix: matrix.map(({ severity, likelihood, risk, count }) => ({
      severity: gradeOf(severity),
      likelihood: gradeOf(likelihood),
      risk: riskOfColumn(risk),
      count: Number(count),
    })),
    ages: await selectAges(select, now),
    statuses: statuses.map(({ status, count }) => ({
      value: status,
      count: Number(count),
    })),
  };
}

async function selectAges(
  select: () => Knex.QueryBuilder,
  now: Date,
): Promise<FindingSummary['ages']> {
  const ages: FindingSummary['ages'] = [];
  for (const [index, fromDays] of AGES.entries()) {
    const nextDays: number | undefined = AGES[index + 1];
    const query = select().where(
      'created_at',
      '<=',
      now.getTime() - fromDays * DAY_MS,
    );
    if (nextDays !== undefined) {
      query.where('created_at', '>', now.getTime() - nextDays * DAY_MS);
    }
    const rows: { risk: number; count: Count }[] = await query
      .groupBy('risk')
      .select('risk')
      .count({ count: '*' });
    const risks: Record<RiskLevel, number> = {
      low: 0,
      medium: 0,
      high: 0,
      critical: 0,
    };
    for (const { risk, count } of rows) {
      risks[riskOfColumn(risk)] = Number(count);
    }
    ages.push({
      fromDays,
      ...(nextDays !== undefined && { toDays: nextDays - 1 }),
      risks,
    });
  }
  return ages;
}
