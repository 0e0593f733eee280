import { Knex } from 'knex';
import { Access } from '../access/Access';
import { stateFromColumn } from '../database/stateColumn';
import { COUNT_COLUMNS, countsFromRow, countsToApi } from '../rollups/counts';
import { noCounts } from '../runs/runRow';
import { StateCounts } from '../runs/RunStore';
import { filterVerdicts } from './filterVerdicts';
import { VerdictQuery } from './VerdictReader';

interface Counted {
  counts: StateCounts;
  /** How many of the failures and missing data a waiver covers. */
  waived: number;
}

type CountedQuery = Partial<Omit<VerdictQuery, 'state'>>;

/** Counters know nothing of these. */
const UNCOUNTED: (keyof CountedQuery)[] = [
  'metric',
  'definition',
  'stage',
  'waived',
  'ruleKind',
  'rule',
  'goal',
  'policy',
  'q',
];

/** Current verdicts by state, from counters where they know enough. */
export async function selectCounts(
  knex: Knex,
  query: CountedQuery,
  access: Access,
): Promise<Counted> {
  return UNCOUNTED.some(name => query[name] !== undefined)
    ? countVerdicts(knex, query, access)
    : readCounters(knex, query, access);
}

async function readCounters(
  knex: Knex,
  query: CountedQuery,
  access: Access,
): Promise<Counted> {
  const counters = knex('entity_counts');
  const { area, ...rest } = query;
  filterVerdicts(knex, counters, 'entity_counts', rest, access);
  if (area) {
    counters.whereIn('entity_counts.area', area);
  }
  return sumCounters(counters);
}

/** @param counters - a query of `entity_counts`. */
export async function sumCounters(
  counters: Knex.QueryBuilder,
): Promise<Counted> {
  for (const column of COUNT_COLUMNS) {
    counters.sum({ [column]: `entity_counts.${column}` });
  }
  const { states, waived } = countsToApi(countsFromRow(await counters.first()));
  return { counts: states, waived };
}

async function countVerdicts(
  knex: Knex,
  query: CountedQuery,
  access: Access,
): Promise<Counted> {
  const verdicts = knex('verdicts');
  filterVerdicts(knex, verdicts, 'verdicts', query, access);
  const rows: {
    state: number;
    count: number | string;
    waived: number | string;
  }[] = await verdicts
    .groupBy('verdicts.state')
    .select('verdicts.state')
    .count({ count: '*' })
    .sum({ waived: knex.raw('case when verdicts.waived then 1 else 0 end') });
  const counts = noCounts();
  let waived = 0;
  for (const row of rows) {
    counts[stateFromColumn(row.state)] = Number(row.count);
    waived += Number(row.waived);
  }
  return { counts, waived };
}
