import { CSSProperties, ReactNode } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { HeatMapCellLink } from './HeatMapCellLink';
import { HeatMapLegend } from './HeatMapLegend';
import { useHeatMapStyles } from './heatMapStyles';
import { RollupCounts } from '../../api';

/** @public */
export interface HeatMapCell {
  counts: RollupCounts;
  /** Leads to what is counted. */
  to: string;
}

/** @public */
export interface HeatMapRow {
  key: string;
  /** The row's name in words, for the text alternative of its cells. */
  name: string;
  title: ReactNode;
  /** Belongs to the row above. */
  inner?: boolean;
  /** By the column's id; absent where there is nothing to judge. */
  cells: Record<string, HeatMapCell | undefined>;
}

const SKELETON_COLUMNS = 6;

/**
 * Shares of what holds, in a table whose cells lead to what they count. A cell's share, its
 * denominator, what is waived and what has no data are in words; the colour only repeats the share.
 *
 * @public
 */
export function HeatMap(props: {
  /** What it shows, for screen readers. */
  label: string;
  rowTitle: string;
  columns: { id: string; title: string }[];
  /** Absent while loading. */
  rows?: HeatMapRow[];
  /** Stands in for the rows where there are none. */
  empty: ReactNode;
  /** Rows drawn while loading. */
  skeletonRows?: number;
}) {
  const { label, rowTitle, columns, rows, empty, skeletonRows = 5 } = props;
  const classes = useHeatMapStyles();
  const columnCount = columns.length || SKELETON_COLUMNS;
  const style = { '--columns': columnCount } as CSSProperties;

  if (rows?.length === 0) {
    return <div className={classes.empty}>{empty}</div>;
  }
  return (
    <>
      {/* A table by its roles, so that CSS may lay its rows out as cards. */}
      <div
        className={classes.table}
        role="table"
        aria-label={label}
        aria-busy={rows === undefined}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.row} style={style}>
            <div role="columnheader">{rowTitle}</div>
            {columns.map(column => (
              <div key={column.id} role="columnheader">
                {column.title}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {rows?.map(row => (
            <div key={row.key} role="row" className={classes.row} style={style}>
              <div
                role="rowheader"
                className={`${classes.rowTitle} ${
                  row.inner ? classes.inner : ''
                }`}
              >
                {row.title}
              </div>
              {columns.map(column => (
                <div key={column.id} role="cell" className={classes.cell}>
                  <span className={classes.cellTitle} aria-hidden>
                    {column.title}
                  </span>
                  <HeatMapCellLink
                    name={`${row.name}, ${column.title}`}
                    cell={row.cells[column.id]}
                  />
                </div>
              ))}
            </div>
          ))}
          {rows === undefined &&
            Array.from({ length: skeletonRows }, (_, index) => (
              <div key={index} role="row" className={classes.row} style={style}>
                <div role="rowheader">
                  <Skeleton width="70%" />
                </div>
                {Array.from({ length: columnCount }, (_column, position) => (
                  <div key={position} role="cell">
                    <Skeleton variant="rect" height={52} />
                  </div>
                ))}
              </div>
            ))}
        </div>
      </div>
      <HeatMapLegend />
    </>
  );
}
