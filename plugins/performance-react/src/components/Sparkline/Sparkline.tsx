import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import { RunVerdict, TrendPoint, Unit } from '../../api';
import { formatDay } from '../../format';
import { stateColours, mutedColour } from '../../theme';

const WIDTH = 96;
const HEIGHT = 24;
const PADDING = 3;

const useStyles = makeStyles({
  root: { display: 'block', width: WIDTH, height: HEIGHT },
});

/**
 * A verdict's values over time as a small line, with its fail limit dashed where it is in sight.
 *
 * @public
 */
export function Sparkline(props: {
  points: TrendPoint[];
  verdict: Pick<RunVerdict, 'state' | 'limit'> & { unit?: Unit };
}) {
  const { verdict } = props;
  const { unit = '1' } = verdict;
  const classes = useStyles();
  const theme = useTheme();
  const points = props.points.flatMap(point =>
    point.value === undefined
      ? []
      : [{ at: Date.parse(point.at), value: point.value, instant: point.at }],
  );
  if (points.length < 2) {
    return <span className={classes.root} />;
  }

  const values = points.map(point => point.value);
  const limit = verdict.limit.fail?.value;
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const span = highest - lowest || Math.abs(highest) * 0.1 || 1;
  const limitInSight =
    limit !== undefined && limit > lowest - span && limit < highest + span;
  const bottom = limitInSight ? Math.min(lowest, limit) : lowest;
  const top = limitInSight ? Math.max(highest, limit) : highest;
  const first = points[0].at;
  const duration = points[points.length - 1].at - first || 1;

  const x = (at: number) =>
    PADDING + ((at - first) / duration) * (WIDTH - 2 * PADDING);
  const y = (value: number) =>
    HEIGHT -
    PADDING -
    ((value - bottom) / (top - bottom || 1)) * (HEIGHT - 2 * PADDING);

  const last = points[points.length - 1];
  const now = new Date(last.at);
  const label =
    `${points.length} values from ${formatDay(points[0].instant, now)} ` +
    `to ${formatDay(last.instant, now)}: ` +
    `${formatQuantity(points[0].value, unit)} first, ` +
    `${formatQuantity(last.value, unit)} last`;

  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {limitInSight && (
        <line
          x1={0}
          x2={WIDTH}
          y1={y(limit)}
          y2={y(limit)}
          stroke={mutedColour(theme)}
          strokeWidth="1"
          strokeDasharray="3 3"
        />
      )}
      <polyline
        points={points
          .map(
            point => `${x(point.at).toFixed(1)},${y(point.value).toFixed(1)}`,
          )
          .join(' ')}
        fill="none"
        stroke={theme.palette.text.primary}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle
        cx={x(last.at)}
        cy={y(last.value)}
        r="2.5"
        fill={stateColours(theme, verdict.state).strong}
      />
    </svg>
  );
}
