import {
  SlosQuery,
  usePerformanceData,
  useViewState,
  VerdictState,
} from '@perf-governance/plugin-performance-react';
import { pagedView } from '../filters/pagedView';

/** Filters that the list keeps in the query string, under the API's own names. */
const FILTERS = [
  'state',
  'alert',
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'tag',
  'lifecycle',
  'environment',
  'definition',
  'source',
] as const;

const SINGLE_FILTERS = ['entityRef', 'q', 'composite'] as const;

const SORTS = [
  'burn',
  'remaining',
  'attainment',
  'title',
  'entity',
  'state',
] as const satisfies readonly NonNullable<SlosQuery['sort']>[];

export const SLO_GROUPINGS = [
  { value: 'none', title: 'None' },
  { value: 'owner', title: 'Owner' },
  { value: 'system', title: 'System' },
  { value: 'domain', title: 'Domain' },
  { value: 'definition', title: 'SLO' },
  { value: 'source', title: 'Source' },
] as const;

/** SLOs as the query string asks for them, and what a table needs to change that. */
export function useSloList(fixed: SlosQuery = {}) {
  const view = useViewState();
  const groupBy =
    SLO_GROUPINGS.find(({ value }) => value === view.get('groupBy'))?.value ??
    'none';
  const query: SlosQuery = {
    ...Object.fromEntries(
      FILTERS.map(name => [name, view.getAll(name)]).filter(
        ([, values]) => values.length > 0,
      ),
    ),
    entityRef: view.get('entityRef'),
    q: view.get('q'),
    composite: view.get('composite') === 'true' ? true : undefined,
    groupBy: groupBy === 'none' ? undefined : groupBy,
    ...pagedView(view, { sorts: SORTS }).query,
    ...fixed,
  };
  const data = usePerformanceData(
    api => api.slos.list(query),
    [JSON.stringify(query)],
  );
  const paged = pagedView(view, {
    sorts: SORTS,
    totalItems: data.value?.totalItems,
  });
  const by = query.sort ?? 'burn';
  return {
    ...data,
    page: paged.page,
    // The worst is the fastest burn, but the least of everything else.
    sort: {
      by,
      order: query.order ?? (by === 'burn' ? 'desc' : 'asc'),
    } as const,
    onSort: (next: string, order: 'asc' | 'desc') =>
      next === 'burn' && by !== 'burn'
        ? view.update({ sort: undefined, order: undefined, offset: undefined })
        : paged.onSort(next, order),
    view,
    query,
    groupBy,
    states: view.getAll('state') as VerdictState[],
    onStatesChange: (states: VerdictState[]) =>
      view.update({ state: states, offset: undefined }),
    clear: () =>
      view.update({
        ...Object.fromEntries(
          [...FILTERS, ...SINGLE_FILTERS].map(name => [name, undefined]),
        ),
        offset: undefined,
      }),
  };
}

/** What {@link useSloList} returns. */
export type SloList = ReturnType<typeof useSloList>;
