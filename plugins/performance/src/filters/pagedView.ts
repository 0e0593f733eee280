import { ViewState } from '@perf-governance/plugin-performance-react';

const DEFAULT_PAGE_SIZE = 25;

/** What a table needs to sort and page a list whose state is in the query string. */
export function pagedView<Sort extends string>(
  view: ViewState,
  options: {
    /** The first is the default. */
    sorts: readonly [Sort, ...Sort[]];
    defaultOrder?: 'asc' | 'desc';
    totalItems?: number;
  },
) {
  const { sorts, defaultOrder = 'asc', totalItems = 0 } = options;
  const order = view.get('order');
  const query = {
    sort: sorts.find(sort => sort === view.get('sort')),
    order:
      order === 'asc' || order === 'desc'
        ? (order as 'asc' | 'desc')
        : undefined,
    limit: view.getNumber('limit', DEFAULT_PAGE_SIZE),
    offset: view.getNumber('offset', 0),
  };
  return {
    query,
    sort: { by: query.sort ?? sorts[0], order: query.order ?? defaultOrder },
    onSort: (by: string, next: 'asc' | 'desc') =>
      view.update({ sort: by, order: next, offset: undefined }),
    page: {
      offset: query.offset,
      limit: query.limit,
      totalItems,
      onChange: (offset: number, limit: number) =>
        view.update({
          offset: offset || undefined,
          limit: limit === DEFAULT_PAGE_SIZE ? undefined : limit,
        }),
    },
  };
}
