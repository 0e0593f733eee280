import { Facets, ViewState } from '@perf-governance/plugin-performance-react';
import { MetricArea } from '@perf-governance/plugin-performance-common';
import { OverviewQuery } from './overviewFilters';

/** What is measured; checks have other areas. */
const MEASURED: readonly string[] = [
  'latency',
  'errors',
  'throughput',
  'web-vitals',
  'page-weight',
  'resources',
  'custom',
] satisfies MetricArea[];

/**
 * What a change over time is counted over. Budgets and practices apart, since a new practice that
 * nobody has yet would look like a fall of everything.
 */
export const SCOPES = [
  { value: 'budgets', title: 'Budgets' },
  { value: 'practices', title: 'Practices' },
  { value: 'all', title: 'Both' },
] as const;

export type Scope = (typeof SCOPES)[number]['value'];

export function scopeOf(view: ViewState): Scope {
  return (SCOPES.find(({ value }) => value === view.get('of')) ?? SCOPES[0])
    .value;
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
  const area = areas.filter(
    name => MEASURED.includes(name) === (scope === 'budgets'),
  );
  return { ...query, area };
}
