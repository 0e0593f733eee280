import {
  usePerformanceData,
  useViewState,
  VerdictState,
  VerdictsQuery,
  ViewState,
} from '@perf-governance/plugin-performance-react';

/** Filters that a list of verdicts keeps in the query string, under the API's own names. */
const VERDICT_FILTERS = [
  'state',
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'tag',
  'lifecycle',
  'environment',
  'metric',
  'area',
  'definition',
  'stage',
  'rule',
] as const;

/** Filters that have one value at most. */
const SINGLE_FILTERS = ['entityRef', 'waived', 'goal', 'policy', 'q'] as const;

const DEFAULT_LIMIT = 25;

type Sort = NonNullable<VerdictsQuery['sort']>;

const SORTS: Sort[] = [
  'state',
  'entity',
  'title',
  'value',
  'since',
  'environment',
];

const WAIVED: Record<string, boolean | undefined> = {
  true: true,
  false: false,
};

/** The query that the view's state asks for. Unknown values in the query string are dropped. */
function verdictsQuery(view: ViewState): VerdictsQuery {
  const query: VerdictsQuery = {};
  for (const filter of VERDICT_FILTERS) {
    const values = view.getAll(filter);
    if (values.length > 0) {
      Object.assign(query, { [filter]: values });
    }
  }
  const order = view.get('order');
  return {
    ...query,
    q: view.get('q'),
    entityRef: view.get('entityRef'),
    goal: view.get('goal'),
    policy: view.get('policy'),
    waived: WAIVED[view.get('waived') ?? ''],
    sort: SORTS.find(sort => sort === view.get('sort')),
    order: order === 'asc' || order === 'desc' ? order : undefined,
    limit: view.getNumber('limit', DEFAULT_LIMIT),
    offset: view.getNumber('offset', 0),
  };
}

/**
 * Current verdicts as the query string asks for them, and what a table needs to change that.
 *
 * @param fixed - Filters that the view doesn't let go of, e.g. its entity.
 */
export function useVerdictList(fixed: VerdictsQuery = {}) {
  const view = useViewState();
  const query = { ...verdictsQuery(view), ...fixed };
  const data = usePerformanceData(
    api => api.listVerdicts({ ...query, trend: true }),
    [JSON.stringify(query)],
  );

  return {
    ...data,
    query,
    view,
    states: view.getAll('state') as VerdictState[],
    onStatesChange: (states: VerdictState[]) =>
      view.update({ state: states, offset: undefined }),
    waived: {
      count: data.value?.waived,
      chosen: query.waived === true,
      onChange: (chosen: boolean) =>
        view.update({ waived: chosen ? 'true' : undefined, offset: undefined }),
    },
    clear: () =>
      view.update({
        ...Object.fromEntries(
          [...VERDICT_FILTERS, ...SINGLE_FILTERS].map(name => [
            name,
            undefined,
          ]),
        ),
        offset: undefined,
      }),
    sort: { by: query.sort ?? 'state', order: query.order ?? 'asc' } as const,
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

/** What {@link useVerdictList} returns. */
export type VerdictList = ReturnType<typeof useVerdictList>;
