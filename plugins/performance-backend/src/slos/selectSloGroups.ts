import { components } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { NO_VALUE } from '../catalog/filterEntities';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { optional } from '../database/columns';
import { stateFromColumn } from '../database/stateColumn';
import { noCounts } from '../runs/runRow';
import { severityFromColumn } from './sloRow';

type Schemas = components['schemas'];
type Grouping = Schemas['SloGrouping'];

interface GroupRow {
  value: string | null;
  state: number;
  severity: number;
  slos: number | string;
  worst_burn: number | null;
  least_remaining: number | null;
}

/** Where the value of each grouping is. */
const VALUES: Record<Grouping, string> = {
  owner: 'entity_owners.owner_ref',
  system: 'entities.system_ref',
  domain: 'entity_domains.domain_ref',
  definition: 'slos.definition_name',
  environment: 'slos.environment',
  source: 'slos.sources',
};

/** Whose values are refs of entities, which have titles. */
const REFS: readonly Grouping[] = ['owner', 'system', 'domain'];

/**
 * Counts SLOs by a grouping, worst group first.
 *
 * @param filter - adds the conditions on `slos`.
 */
export async function selectSloGroups(
  knex: Knex,
  groupBy: Grouping,
  filter: (builder: Knex.QueryBuilder) => void,
): Promise<Schemas['SloGroup'][]> {
  const query = knex('slos').join('entities', 'entities.id', 'slos.entity_id');
  if (groupBy === 'owner' || groupBy === 'domain') {
    const table = groupBy === 'owner' ? 'entity_owners' : 'entity_domains';
    // The nearest one: each SLO is counted once.
    query.leftJoin(table, on =>
      on
        .on(`${table}.entity_id`, 'slos.entity_id')
        .andOnVal(`${table}.depth`, 0),
    );
  }
  filter(query);
  const value = VALUES[groupBy];
  const rows: GroupRow[] = await query
    .groupBy(value, 'slos.state', 'slos.severity')
    .select({ value }, 'slos.state', 'slos.severity')
    .count({ slos: '*' })
    .max({ worst_burn: 'slos.burn_rate' })
    .min({ least_remaining: 'slos.remaining_share' });
  const groups = new Map<string, Schemas['SloGroup']>();
  for (const row of rows) {
    for (const name of valuesOf(row, groupBy)) {
      add(groups, name, row);
    }
  }
  const titles = REFS.includes(groupBy)
    ? await selectEntityTitles(knex, [...groups.keys()])
    : undefined;
  return [...groups.values()]
    .map(group => ({ ...group, title: titles?.get(group.value) }))
    .sort(
      (a, b) =>
        b.counts.fail - a.counts.fail ||
        b.alerts.page - a.alerts.page ||
        (b.worstBurnRate ?? -1) - (a.worstBurnRate ?? -1) ||
        (a.value < b.value ? -1 : 1),
    );
}

function valuesOf({ value }: GroupRow, groupBy: Grouping): string[] {
  if (value === null || value === '') {
    return [NO_VALUE];
  }
  return groupBy === 'source' ? JSON.parse(value) : [value];
}

function add(
  groups: Map<string, Schemas['SloGroup']>,
  value: string,
  row: GroupRow,
): void {
  const group = groups.get(value) ?? {
    value,
    slos: 0,
    counts: noCounts(),
    alerts: { page: 0, ticket: 0, none: 0 },
  };
  groups.set(value, group);
  const count = Number(row.slos);
  group.slos += count;
  group.counts[stateFromColumn(row.state)] += count;
  group.alerts[severityFromColumn(row.severity) ?? 'none'] += count;
  const burn = optional(row.worst_burn);
  if (burn !== undefined) {
    group.worstBurnRate = Math.max(group.worstBurnRate ?? burn, burn);
  }
  const remaining = optional(row.least_remaining);
  if (remaining !== undefined) {
    group.leastRemainingShare = Math.min(
      group.leastRemainingShare ?? remaining,
      remaining,
    );
  }
}
