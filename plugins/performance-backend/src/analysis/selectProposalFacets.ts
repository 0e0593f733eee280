import {
  ANALYSIS_RULES,
  AnalysisRule,
  describeAnalysisRule,
  RISK_GRADES,
  AnalysisOptions,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { filterProposals } from './filterProposals';
import { STATUS_NOW } from './proposalRow';
import {
  ProposalFacetName,
  ProposalFacets,
  ProposalFilter,
} from './ProposalStore';

const FACET_NAMES: readonly ProposalFacetName[] = [
  'rules',
  'statuses',
  'severities',
  'owners',
  'systems',
  'domains',
];

/** Where the values are that aren't the proposal's own. */
const ENTITY_COLUMNS: Partial<
  Record<ProposalFacetName, { table: string; id: string; column: string }>
> = {
  owners: { table: 'entity_owners', id: 'entity_id', column: 'owner_ref' },
  systems: { table: 'entities', id: 'id', column: 'system_ref' },
  domains: { table: 'entity_domains', id: 'entity_id', column: 'domain_ref' },
};

/** Values to filter by, with the number of proposals under all filters but the facet's own. */
export async function selectProposalFacets(
  knex: Knex,
  filter: ProposalFilter,
  access: Access,
  now: Date,
  options: AnalysisOptions,
): Promise<ProposalFacets> {
  const facets: ProposalFacets = {
    rules: [],
    statuses: [],
    severities: [],
    owners: [],
    systems: [],
    domains: [],
  };
  for (const name of FACET_NAMES) {
    const query = knex('analysis_proposals');
    filterProposals(knex, query, filter, access, now, name);
    const rows: { value: string | number; count: number | string }[] =
      await query
        .modify(builder => groupByFacet(knex, builder, name, now))
        .count({ count: '*' });
    facets[name] = rows.map(({ value, count }) => ({
      value: valueOf(name, value),
      count: Number(count),
    }));
  }
  const titles = await selectEntityTitles(
    knex,
    [...facets.owners, ...facets.systems, ...facets.domains].map(
      ({ value }) => value,
    ),
  );
  for (const name of ['owners', 'systems', 'domains'] as const) {
    facets[name] = facets[name].map(item => ({
      ...item,
      title: titles.get(item.value),
    }));
  }
  facets.rules = facets.rules
    .map(item => ({
      ...item,
      title: describeAnalysisRule(item.value as AnalysisRule, options).title,
    }))
    .sort((a, b) => orderOf(a.value) - orderOf(b.value));
  return facets;
}

function groupByFacet(
  knex: Knex,
  builder: Knex.QueryBuilder,
  name: ProposalFacetName,
  now: Date,
): void {
  const ofEntity = ENTITY_COLUMNS[name];
  if (ofEntity) {
    const { table, id, column } = ofEntity;
    builder
      .join(
        `${table} as grouped`,
        `grouped.${id}`,
        'analysis_proposals.entity_id',
      )
      .whereNotNull(`grouped.${column}`)
      .groupBy(`grouped.${column}`)
      .orderBy(`grouped.${column}`)
      .select({ value: `grouped.${column}` });
  } else if (name === 'statuses') {
    builder
      .groupByRaw('1')
      .orderByRaw('1')
      .select(knex.raw(`${STATUS_NOW} as value`, [now.getTime()]));
  } else {
    const column =
      name === 'rules'
        ? 'analysis_proposals.rule'
        : 'analysis_proposals.severity';
    builder.groupBy(column).orderBy(column).select({ value: column });
  }
}

function valueOf(name: ProposalFacetName, value: string | number): string {
  return name === 'severities' ? RISK_GRADES[Number(value)] : String(value);
}

function orderOf(rule: string): number {
  return ANALYSIS_RULES.findIndex(each => each === rule);
}
