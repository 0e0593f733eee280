export { PagedTable } from './PagedTable';
export type { PagedTableColumn, PagedTableProps } from './PagedTable';
export { RowDetail } from './RowDetail';
export { RowEntityLink } from './RowEntityLink';
export { RowTitle } from './RowTitle';
export type { RowTitleProps } from './RowTitle';
