import { makeStyles } from '@material-ui/core/styles';
import {
  formatQuantity,
  Unit,
} from '@perf-governance/plugin-performance-common';

/** @public */
export interface ChartLine {
  title: string;
  unit: Unit;
  /** One for each x; a gap where absent. */
  values: (number | undefined)[];
  /** Which of the chart's colours. Also told apart by its dashes. */
  style: 'first' | 'second' | 'third' | 'muted' | 'bad';
  /** Drawn as an area. */
  filled?: boolean;
}

/** @public */
export interface ChartMarker {
  x: number;
  /** `horizontal` markers lie at a y instead. */
  horizontal?: boolean;
  title: string;
}

/**
 * A stretch of x that is set apart, e.g. maintenance.
 *
 * @public
 */
export interface ChartBand {
  from: number;
  /** Exclusive. */
  to: number;
  title: string;
}

/** @public */
export interface ChartData {
  /** Ascending. Seconds since the epoch for `time` and `day`. */
  x: number[];
  xScale: 'time' | 'day' | 'elapsed' | 'linear' | 'logarithmic';
  xTitle: string;
  xUnit?: Unit;
  lines: ChartLine[];
  /** Where the axis of the first line ends, e.g. 1 for shares; a little above the highest value unless given. */
  yMax?: number;
  markers?: ChartMarker[];
  /** Hatched behind the lines; a column of the table. */
  bands?: ChartBand[];
}

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      textAlign: 'right',
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
}));

/** Writes an x as the chart's axis does. */
export function formatX(data: ChartData, x: number): string {
  switch (data.xScale) {
    case 'time':
      return new Date(x * 1000).toLocaleString('en-GB', {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      });
    case 'day':
      return new Date(x * 1000).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
    case 'elapsed':
      return `${Math.floor(x / 60)}:${String(Math.round(x % 60)).padStart(
        2,
        '0',
      )}`;
    default:
      return formatQuantity(x, data.xUnit ?? '1');
  }
}

/** The numbers behind a chart. */
export function ChartTable(props: { label: string; data: ChartData }) {
  const { label, data } = props;
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{data.xTitle}</th>
          {data.lines.map(line => (
            <th scope="col" key={line.title}>
              {line.title}
            </th>
          ))}
          {data.bands && <th scope="col">Note</th>}
        </tr>
      </thead>
      <tbody>
        {data.x.map((x, index) => (
          <tr key={x}>
            <th scope="row">{formatX(data, x)}</th>
            {data.lines.map(line => {
              const value = line.values[index];
              return (
                <td key={line.title}>
                  {value === undefined ? '–' : formatQuantity(value, line.unit)}
                </td>
              );
            })}
            {data.bands && (
              <td>
                {data.bands
                  .filter(band => x >= band.from && x < band.to)
                  .map(band => band.title)
                  .join(', ')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
