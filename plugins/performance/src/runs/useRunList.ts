import {
  RunsQuery,
  usePerformanceData,
  useViewState,
  VerdictState,
  ViewState,
} from '@perf-governance/plugin-performance-react';

const DEFAULT_LIMIT = 25;

type Sort = NonNullable<RunsQuery['sort']>;

const SORTS: Sort[] = ['startedAt', 'durationSeconds', 'tool', 'environment'];

function runsQuery(view: ViewState): RunsQuery {
  const order = view.get('order');
  const outcome = view.getAll('outcome') as VerdictState[];
  return {
    environment: view.get('environment'),
    branch: view.get('branch'),
    tool: view.get('tool'),
    outcome: outcome.length > 0 ? outcome : undefined,
    sort: SORTS.find(sort => sort === view.get('sort')),
    order: order === 'asc' || order === 'desc' ? order : undefined,
    limit: view.getNumber('limit', DEFAULT_LIMIT),
    offset: view.getNumber('offset', 0),
  };
}

/** Runs as the query string asks for them, and what a table needs to change that. */
export function useRunList(fixed: RunsQuery = {}) {
  const view = useViewState();
  const query = { ...runsQuery(view), ...fixed };
  const data = usePerformanceData(
    api => api.listRuns(query),
    [JSON.stringify(query)],
  );
  return {
    ...data,
    query,
    view,
    sort: {
      by: query.sort ?? 'startedAt',
      order: query.order ?? 'desc',
    } as const,
    onSort: (by: string, order: 'asc' | 'desc') =>
      view.update({ sort: by, order, offset: undefined }),
    page: {
      offset: query.offset ?? 0,
      limit: query.limit ?? DEFAULT_LIMIT,
      totalItems: data.value?.totalItems ?? 0,
      onChange: (offset: number, limit: number) =>
        view.update({
          offset: offset || undefined,
          limit: limit === DEFAULT_LIMIT ? undefined : limit,
        }),
    },
  };
}
