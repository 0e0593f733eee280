import { Facets, ViewState } from '@perf-governance/plugin-performance-react';
import { MetricArea } from '@perf-governance/plugin-performance-common';
import { OverviewQuery } from './overviewFilters';

/** What is measured; checks, SLOs and findings have other areas. */
const MEASURED: readonly string[] = [
  'latency',
  'errors',
  'throughput',
  'web-vitals',
  'page-weight',
  'resources',
  'custom',
] satisfies MetricArea[];

/** Of all SLOs, and of all findings. */
const APART = ['slos', 'findings'] as const;

/**
 * What a change over time is counted over. Budgets, SLOs, practices and findings apart, since a new practice
 * that nobody has yet would look like a fall of everything.
 */
export const SCOPES = [
  { value: 'budgets', title: 'Budgets' },
  { value: 'slos', title: 'SLOs' },
  { value: 'practices', title: 'Practices' },
  { value: 'findings', title: 'Findings' },
  { value: 'all', title: 'All' },
] as const;

export type Scope = (typeof SCOPES)[number]['value'];

/** Those that there is something to count for. */
export function offeredScopes(facets: Facets) {
  const areas = new Set(facets.areas.map(({ value }) => scopeOfArea(value)));
  return SCOPES.filter(
    ({ value }) => !APART.some(one => one === value) || areas.has(value),
  );
}

export function scopeOf(view: ViewState): Scope {
  return (SCOPES.find(({ value }) => value === view.get('of')) ?? SCOPES[0])
    .value;
}

function scopeOfArea(area: string): Scope {
  const apart = APART.find(one => one === area);
  if (apart) {
    return apart;
  }
  return MEASURED.includes(area) ? 'budgets' : 'practices';
}

/**
 * The query narrowed down to a scope.
 *
 * @param facets - Know the areas there are; absent while loading.
 */
export function scopedQuery(
  query: OverviewQuery,
  scope: Scope,
  facets: Facets | undefined,
): OverviewQuery {
  if (scope === 'all') {
    return query;
  }
  const areas = (facets?.areas ?? []).map(({ value }) => value);
  const area = areas.filter(name => scopeOfArea(name) === scope);
  return { ...query, area };
}
