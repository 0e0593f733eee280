import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  EntityScorecard,
  formatDay,
} from '@perf-governance/plugin-performance-react';

const WIDTH = 160;
const HEIGHT = 28;
const PADDING = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 90;

const useStyles = makeStyles({
  root: { display: 'block', width: '100%', maxWidth: WIDTH, height: HEIGHT },
});

/** A score over the last ninety days; it stays what it is until it changes, so the line has steps. */
export function ScoreTrend(props: {
  points: EntityScorecard['trend'];
  now: Date;
}) {
  const { now } = props;
  const classes = useStyles();
  const theme = useTheme();
  const start = now.getTime() - DAYS * DAY_MS;
  const points = props.points.flatMap(({ at, score }) =>
    score === undefined ? [] : [{ at: Math.max(Date.parse(at), start), score }],
  );
  const [first] = points;
  const last = points[points.length - 1];
  // What happened within a day is no trend yet.
  if (!first || now.getTime() - first.at < DAY_MS) {
    return <div className={classes.root} />;
  }

  const x = (at: number) =>
    PADDING + ((at - start) / (DAYS * DAY_MS)) * (WIDTH - 2 * PADDING);
  const y = (score: number) =>
    HEIGHT - PADDING - (score / 100) * (HEIGHT - 2 * PADDING);
  const path = points
    .map(({ at, score }, index) =>
      index === 0
        ? `M${x(at).toFixed(1)} ${y(score).toFixed(1)}`
        : `H${x(at).toFixed(1)} V${y(score).toFixed(1)}`,
    )
    .join(' ');
  const label =
    `Score of the last ${DAYS} days: ${Math.round(first.score)} on ` +
    `${formatDay(new Date(first.at).toISOString(), now)}, ` +
    `${Math.round(last.score)} now`;

  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path
        d={`${path} H${WIDTH - PADDING}`}
        fill="none"
        stroke={theme.palette.text.primary}
        strokeWidth="1.5"
      />
      <circle
        cx={WIDTH - PADDING}
        cy={y(last.score)}
        r="2.5"
        fill={theme.palette.text.primary}
      />
    </svg>
  );
}
