import {
  ReviewsQuery,
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import {
  REVIEW_STATUSES,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';
import { pagedView } from '../filters/pagedView';

const SORTS = [
  'changedAt',
  'createdAt',
  'nextReviewAt',
  'title',
  'entity',
  'status',
] as const satisfies readonly NonNullable<ReviewsQuery['sort']>[];

/** Filters that the list keeps in the query string, under the API's own names. */
const FILTERS = [
  'status',
  'template',
  'reviewer',
  'owner',
  'system',
  'domain',
] as const;

const FLAGS = ['mine', 'overdue', 'stale'] as const;

function isStatus(value: string): value is ReviewStatus {
  return REVIEW_STATUSES.some(status => status === value);
}

/** Reviews as the query string asks for them, and what a table needs to change that. */
export function useReviewList(fixed: ReviewsQuery = {}) {
  const view = useViewState();
  const { status, ...filters } = Object.fromEntries(
    FILTERS.map(name => [name, view.getAll(name)]).filter(
      ([, values]) => values.length > 0,
    ),
  );
  const flags = Object.fromEntries(
    FLAGS.filter(name => view.get(name) === 'true').map(name => [name, true]),
  );
  const narrowing = {
    ...filters,
    ...flags,
    status: status?.filter(isStatus),
    entityRef: view.get('entityRef'),
    q: view.get('q'),
  };
  const paging = { sorts: SORTS, defaultOrder: 'desc' } as const;
  const query: ReviewsQuery = {
    ...narrowing,
    ...pagedView(view, paging).query,
    ...fixed,
  };
  const data = usePerformanceData(
    api => api.reviews.list(query),
    [JSON.stringify(query)],
  );
  return {
    ...data,
    ...pagedView(view, { ...paging, totalItems: data.value?.totalItems }),
    view,
    /** Whether anything narrows the list down. */
    filtered: Object.values(narrowing).some(value => value !== undefined),
    clear: () =>
      view.update({
        ...Object.fromEntries(
          [...FILTERS, ...FLAGS, 'entityRef', 'q'].map(name => [
            name,
            undefined,
          ]),
        ),
        offset: undefined,
      }),
  };
}
