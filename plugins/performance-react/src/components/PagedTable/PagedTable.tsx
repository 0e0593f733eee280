import { memo, ReactNode, useCallback } from 'react';
import useLatest from 'react-use/esm/useLatest';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Skeleton from '@material-ui/lab/Skeleton';
import { usePagedTableStyles } from './pagedTableStyles';

/** @public */
export interface PagedTableColumn<T> {
  id: string;
  title: string;
  /** The backend's name of this order; absent where it can't be sorted by. */
  sort?: string;
  align?: 'left' | 'right';
  /** CSS width on a wide screen. */
  width?: number | string;
  /** Spans the card on a narrow screen, without its title. */
  leading?: boolean;
  render: (row: T) => ReactNode;
}

/** @public */
export interface PagedTableProps<T> {
  /** What the table lists, for screen readers. */
  label: string;
  /** Kept the same between renderings, only the rows that change are drawn anew. */
  columns: PagedTableColumn<T>[];
  /** Absent while the first page is on its way. */
  rows?: T[];
  rowKey: (row: T) => string;
  onRowClick?: (row: T) => void;
  selectedKey?: string;
  sort?: { by: string; order: 'asc' | 'desc' };
  onSort?: (by: string, order: 'asc' | 'desc') => void;
  page?: {
    offset: number;
    limit: number;
    totalItems: number;
    onChange: (offset: number, limit: number) => void;
  };
  /** Stands in for the rows where there are none. */
  empty: ReactNode;
  /** Rows drawn while loading; as many as are expected, so that nothing moves. */
  skeletonRows?: number;
}

/** More rows would take longer to draw than a click may take to answer. */
const PAGE_SIZES = [10, 25, 50];

function PlainBodyRow<T>(props: {
  row: T;
  columns: PagedTableColumn<T>[];
  selected: boolean;
  onClick?: (row: T) => void;
}) {
  const { row, columns, selected, onClick } = props;
  const classes = usePagedTableStyles();

  return (
    <TableRow
      role="row"
      className={`${classes.row} ${onClick ? classes.action : ''}`}
      selected={selected}
      onClick={onClick && (() => onClick(row))}
    >
      {columns.map(column => (
        <TableCell
          key={column.id}
          role="cell"
          align={column.align}
          className={`${classes.cell} ${column.leading ? classes.leading : ''}`}
        >
          {!column.leading && (
            <span className={classes.cellTitle} aria-hidden>
              {column.title}
            </span>
          )}
          {column.render(row)}
        </TableCell>
      ))}
    </TableRow>
  );
}

const BodyRow = memo(PlainBodyRow) as typeof PlainBodyRow;

/**
 * A table paged and sorted by the server; a list of cards on a narrow screen.
 *
 * @public
 */
export function PagedTable<T>(props: PagedTableProps<T>) {
  const { label, columns, rows, rowKey, onRowClick, selectedKey, page } = props;
  const classes = usePagedTableStyles();
  // Stable, so that a row is drawn anew only when it changes.
  const latestOnRowClick = useLatest(onRowClick);
  const openRow = useCallback(
    (row: T) => latestOnRowClick.current?.(row),
    [latestOnRowClick],
  );
  const skeletonRows = props.skeletonRows ?? Math.min(page?.limit ?? 10, 10);

  return (
    <div className={classes.root}>
      <Table
        size="small"
        className={classes.table}
        aria-label={label}
        aria-busy={rows === undefined}
        // Explicit roles keep the table a table where CSS turns its rows into cards.
        role="table"
      >
        <TableHead className={classes.head} role="rowgroup">
          <TableRow role="row">
            {columns.map(column => (
              <HeaderCell key={column.id} column={column} table={props} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup">
          {rows?.map(row => (
            <BodyRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              selected={selectedKey === rowKey(row)}
              onClick={onRowClick && openRow}
            />
          ))}
          {rows === undefined &&
            Array.from({ length: skeletonRows }, (_, index) => (
              <TableRow key={index} role="row" className={classes.row}>
                {columns.map(column => (
                  <TableCell
                    key={column.id}
                    role="cell"
                    className={classes.cell}
                  >
                    <Skeleton width="80%" height={28} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          {rows?.length === 0 && (
            <TableRow role="row">
              <TableCell
                role="cell"
                colSpan={columns.length}
                className={classes.empty}
              >
                {props.empty}
              </TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
      {page && page.totalItems > PAGE_SIZES[0] && (
        <TablePagination
          component="div"
          className={classes.pagination}
          count={page.totalItems}
          page={Math.floor(page.offset / page.limit)}
          rowsPerPage={page.limit}
          rowsPerPageOptions={PAGE_SIZES}
          labelRowsPerPage="Rows per page"
          onPageChange={(_, number) =>
            page.onChange(number * page.limit, page.limit)
          }
          onRowsPerPageChange={event =>
            page.onChange(0, Number(event.target.value))
          }
        />
      )}
    </div>
  );
}

function HeaderCell<T>(props: {
  column: PagedTableColumn<T>;
  table: PagedTableProps<T>;
}) {
  const { column, table } = props;
  const classes = usePagedTableStyles();
  const { sort, onSort } = table;
  const active = column.sort !== undefined && sort?.by === column.sort;
  const order = active ? sort.order : 'asc';

  return (
    <TableCell
      role="columnheader"
      align={column.align}
      className={classes.headCell}
      style={{ width: column.width }}
      sortDirection={active ? order : false}
    >
      {column.sort && onSort ? (
        <TableSortLabel
          active={active}
          direction={order}
          onClick={() =>
            onSort(column.sort!, active && order === 'asc' ? 'desc' : 'asc')
          }
        >
          {column.title}
        </TableSortLabel>
      ) : (
        column.title
      )}
    </TableCell>
  );
}
