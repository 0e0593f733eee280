import {
  AnalysisProposalsQuery,
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { pagedView } from '../filters/pagedView';
import { PROPOSAL_STATUSES } from './proposalWords';

/** Filters that the list keeps in the query string, under the API's own names. */
const FILTERS = ['rule', 'severity', 'owner', 'system', 'domain'] as const;

const SORTS = [
  'risk',
  'rule',
  'entity',
  'title',
  'firstSeenAt',
] as const satisfies readonly NonNullable<AnalysisProposalsQuery['sort']>[];

/** Proposals as the query string asks for them, and what a table needs to change that. */
export function useProposalList() {
  const view = useViewState();
  const status =
    PROPOSAL_STATUSES.find(one => one === view.get('status')) ??
    PROPOSAL_STATUSES[0];
  const query: AnalysisProposalsQuery = {
    status: [status],
    ...Object.fromEntries(
      FILTERS.map(name => [name, view.getAll(name)]).filter(
        ([, values]) => values.length > 0,
      ),
    ),
    entityRef: view.get('entityRef'),
    q: view.get('q'),
    ...pagedView(view, { sorts: SORTS }).query,
  };
  const data = usePerformanceData(
    api => api.analysis.listProposals(query),
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
    // The highest risk comes first, and the first letter of everything else.
    sort: {
      by,
      order: query.order ?? (by === 'risk' ? 'desc' : 'asc'),
    } as const,
    onSort: (next: string, order: 'asc' | 'desc') =>
      next === 'risk' && by !== 'risk'
        ? view.update({ sort: undefined, order: undefined, offset: undefined })
        : paged.onSort(next, order),
    view,
    status,
    isFiltered:
      query.entityRef !== undefined ||
      query.q !== undefined ||
      FILTERS.some(name => view.get(name) !== undefined),
    clear: () =>
      view.update({
        ...Object.fromEntries(FILTERS.map(name => [name, undefined])),
        entityRef: undefined,
        q: undefined,
        offset: undefined,
      }),
  };
}

/** What {@link useProposalList} returns. */
export type ProposalList = ReturnType<typeof useProposalList>;
