import {
  LinkQuery,
  ViewState,
} from '@perf-governance/plugin-performance-react';

/** Parameters that narrow down everything the overview counts, under the API's own names. */
export const OVERVIEW_FILTERS = [
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'tag',
  'lifecycle',
  'environment',
] as const;

/** What to ask for, and what the lists behind the numbers are filtered by. */
export type OverviewQuery = Partial<
  Record<(typeof OVERVIEW_FILTERS)[number] | 'area', string[]>
>;

export function overviewQuery(view: ViewState): OverviewQuery {
  const query: OverviewQuery = {};
  for (const name of OVERVIEW_FILTERS) {
    const values = view.getAll(name);
    if (values.length > 0) {
      query[name] = values;
    }
  }
  return query;
}

/** The same filters and some more, for a link to a list. */
export function listQuery(query: OverviewQuery, more: LinkQuery): LinkQuery {
  return { ...query, ...more };
}
