import {
  usePerformanceData,
  useViewState,
  WaiverStatus,
} from '@perf-governance/plugin-performance-react';
import { pagedView } from '../filters/pagedView';

/** Statuses that are looked at together; the first is where one begins. */
export const WAIVER_GROUPS: {
  id: string;
  title: string;
  statuses: WaiverStatus[];
}[] = [
  { id: 'requested', title: 'Requested', statuses: ['requested'] },
  { id: 'approved', title: 'Active', statuses: ['approved'] },
  {
    id: 'ended',
    title: 'Ended',
    statuses: ['expired', 'revoked', 'rejected', 'withdrawn'],
  },
];

const SORTS = [
  'requestedAt',
  'expiresAt',
  'entity',
  'status',
  'title',
] as const;

/** Waivers as the query string asks for them, and what a table needs to change that. */
export function useWaiverList() {
  const view = useViewState();
  const group =
    WAIVER_GROUPS.find(({ id }) => id === view.get('status')) ??
    WAIVER_GROUPS[0];
  const owner = view.getAll('owner');
  const paging = { sorts: SORTS, defaultOrder: 'desc' } as const;
  const query = {
    status: group.statuses,
    owner: owner.length > 0 ? owner : undefined,
    entityRef: view.get('entityRef'),
    ruleId: view.get('rule'),
    q: view.get('q'),
    ...pagedView(view, paging).query,
  };
  const data = usePerformanceData(
    api => api.waivers.list(query),
    [JSON.stringify(query)],
  );
  return {
    ...data,
    ...pagedView(view, { ...paging, totalItems: data.value?.totalItems }),
    view,
    group,
    clear: () =>
      view.update({
        owner: undefined,
        entityRef: undefined,
        rule: undefined,
        q: undefined,
        offset: undefined,
      }),
  };
}

/** What {@link useWaiverList} returns. */
export type WaiverList = ReturnType<typeof useWaiverList>;
