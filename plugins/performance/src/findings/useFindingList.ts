import {
  FindingFilters,
  FindingsQuery,
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { pagedView } from '../filters/pagedView';

/** Filters that the list keeps in the query string, under the API's own names. */
const FILTERS = [
  'status',
  'risk',
  'severity',
  'likelihood',
  'category',
  'effort',
  'assignee',
  'owner',
  'system',
  'domain',
] as const;

/** Filters that are on or off. */
export const FINDING_FLAGS = ['mine', 'overdue', 'proposed', 'bound'] as const;

const TEXT_FILTERS = ['entityRef', 'reviewId', 'q'] as const;

const SORTS = [
  'risk',
  'title',
  'dueDate',
  'age',
  'changedAt',
] as const satisfies readonly NonNullable<FindingsQuery['sort']>[];

/** What is looked at together; the first is where one begins. */
export const FINDING_SCOPES = [
  { value: 'open', title: 'Open', open: true },
  { value: 'closed', title: 'Closed', open: false },
  { value: 'all', title: 'All', open: undefined },
] as const;

/** Findings as the query string asks for them, and what a table needs to change that. */
export function useFindingList(fixed: FindingFilters = {}) {
  const view = useViewState();
  const scope =
    FINDING_SCOPES.find(({ value }) => value === view.get('scope')) ??
    FINDING_SCOPES[0];
  const filters: FindingFilters = {
    ...Object.fromEntries(
      FILTERS.map(name => [name, view.getAll(name)]).filter(
        ([, values]) => values.length > 0,
      ),
    ),
    ...Object.fromEntries(
      FINDING_FLAGS.filter(name => view.get(name) === 'true').map(name => [
        name,
        true,
      ]),
    ),
    ...Object.fromEntries(TEXT_FILTERS.map(name => [name, view.get(name)])),
    open: scope.open,
    ...fixed,
  };
  const query: FindingsQuery = {
    ...filters,
    ...pagedView(view, { sorts: SORTS }).query,
  };
  const data = usePerformanceData(
    api => api.findings.list(query),
    [JSON.stringify(query)],
  );
  const paged = pagedView(view, {
    sorts: SORTS,
    totalItems: data.value?.totalItems,
  });
  const by = query.sort ?? 'risk';
  return {
    ...data,
    page: paged.page,
    // The highest risk comes first, and the nearest date.
    sort: {
      by,
      order:
        query.order ?? (by === 'dueDate' || by === 'title' ? 'asc' : 'desc'),
    } as const,
    onSort: (next: string, order: 'asc' | 'desc') =>
      next === 'risk' && by !== 'risk'
        ? view.update({ sort: undefined, order: undefined, offset: undefined })
        : paged.onSort(next, order),
    view,
    scope: scope.value,
    filters,
    isFiltered: [...FILTERS, ...FINDING_FLAGS, ...TEXT_FILTERS].some(
      name => view.get(name) !== undefined,
    ),
    clear: () =>
      view.update({
        ...Object.fromEntries(
          [...FILTERS, ...FINDING_FLAGS, ...TEXT_FILTERS].map(name => [
            name,
            undefined,
          ]),
        ),
        offset: undefined,
      }),
  };
}

/** What {@link useFindingList} returns. */
export type FindingList = ReturnType<typeof useFindingList>;
