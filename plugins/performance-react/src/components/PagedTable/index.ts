export { PagedTable } from './PagedTable';
export type { PagedTableColumn, PagedTableProps } from './PagedTable';
