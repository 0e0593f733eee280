import {
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { pagedView } from '../filters/pagedView';

const FILTERS = [
  'level',
  'owner',
  'system',
  'domain',
  'tag',
  'lifecycle',
] as const;

const SORTS = ['level', 'score', 'entity'] as const;

/** Results as the query string asks for them, and what a table needs to change that. */
export function useScorecardResults(definitionId: string) {
  const view = useViewState();
  const filters = Object.fromEntries(
    FILTERS.map(name => [name, view.getAll(name)]).filter(
      ([, values]) => values.length > 0,
    ),
  );
  const query = {
    ...filters,
    missing: view.get('missing'),
    q: view.get('q'),
    ...pagedView(view, { sorts: SORTS }).query,
  };
  const data = usePerformanceData(
    api => api.scorecards.listResults(definitionId, query),
    [definitionId, JSON.stringify(query)],
  );
  return {
    ...data,
    ...pagedView(view, { sorts: SORTS, totalItems: data.value?.totalItems }),
    view,
    clear: () =>
      view.update({
        ...Object.fromEntries(FILTERS.map(name => [name, undefined])),
        missing: undefined,
        q: undefined,
        offset: undefined,
      }),
  };
}
