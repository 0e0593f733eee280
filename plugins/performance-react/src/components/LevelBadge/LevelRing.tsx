import { useTheme } from '@material-ui/core/styles';

const SIZE = 40;
const RADIUS = 16;
const STROKE = 6;
/** Between two segments, in degrees. */
const GAP = 14;

function pointAt(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  const x = SIZE / 2 + RADIUS * Math.cos(radians);
  const y = SIZE / 2 + RADIUS * Math.sin(radians);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

function segment(index: number, count: number): string {
  const width = 360 / count;
  // A full circle has no two different ends that an arc could join.
  const gap = count === 1 ? 1 : GAP;
  const from = index * width + gap / 2;
  const to = (index + 1) * width - gap / 2;
  return `M${pointAt(from)} A${RADIUS} ${RADIUS} 0 ${
    to - from > 180 ? 1 : 0
  } 1 ${pointAt(to)}`;
}

/**
 * A ring with a segment for each level of a scorecard; those reached are filled. Says nothing to
 * assistive technology: the level's name stands beside it.
 *
 * @public
 */
export function LevelRing(props: {
  /** How many levels are reached. */
  reached: number;
  /** How many there are. */
  count: number;
  /** CSS pixels. */
  size?: number;
}) {
  const { reached, count, size = 20 } = props;
  const theme = useTheme();
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      aria-hidden
      style={{ flex: 'none' }}
    >
      {Array.from({ length: count }, (_, index) => (
        <path
          key={index}
          d={segment(index, count)}
          fill="none"
          stroke={theme.palette.text.primary}
          strokeOpacity={index < reached ? 1 : 0.2}
          strokeWidth={STROKE}
        />
      ))}
    </svg>
  );
}
