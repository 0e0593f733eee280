import { useId } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import { RunVerdict, Unit } from '../../api';
import { describeLimit, STATE_WORDS } from '../../format';
import { stateColours } from '../../theme';
import { bulletScale } from './bulletScale';

const WIDTH = 160;
const HEIGHT = 20;

const useStyles = makeStyles({
  root: {
    display: 'block',
    width: '100%',
    height: HEIGHT,
    minWidth: 80,
    maxWidth: 260,
  },
});

/**
 * A verdict's value against the stretches where it passes, warns and fails. Hatched without a
 * value.
 *
 * @public
 */
export function BulletBar(props: {
  verdict: Pick<RunVerdict, 'limit' | 'value' | 'state'> & { unit?: Unit };
}) {
  const { limit, value, unit = '1', state } = props.verdict;
  const classes = useStyles();
  const theme = useTheme();
  const hatching = useId();
  const scale = bulletScale(limit, value);
  const ink = theme.palette.text.primary;
  const label =
    value === undefined
      ? `${STATE_WORDS[state]}; ${describeLimit(limit)}`
      : `${formatQuantity(value, unit)}; ${describeLimit(limit)}`;

  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {(!scale || value === undefined) && (
        <>
          <defs>
            <pattern
              id={hatching}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line
                y2="6"
                stroke={stateColours(theme, 'no-data').strong}
                strokeWidth="2"
                strokeOpacity="0.55"
              />
            </pattern>
          </defs>
          <rect y="3" width={WIDTH} height="14" fill={`url(#${hatching})`} />
        </>
      )}
      {scale &&
        value !== undefined &&
        scale.zones.map(zone => (
          <rect
            key={zone.state}
            x={zone.from * WIDTH}
            y="3"
            width={(zone.to - zone.from) * WIDTH}
            height="14"
            fill={stateColours(theme, zone.state).soft}
          />
        ))}
      {scale?.warn !== undefined && (
        <line
          x1={scale.warn * WIDTH}
          x2={scale.warn * WIDTH}
          y1="3"
          y2="17"
          stroke={ink}
          strokeOpacity="0.7"
          strokeWidth="1"
          strokeDasharray="2 2"
          vectorEffect="non-scaling-stroke"
        />
      )}
      {scale?.value !== undefined && scale.fromZero && (
        <rect
          y="7"
          width={scale.value * WIDTH}
          height="6"
          fill={stateColours(theme, state).strong}
        />
      )}
      {scale?.value !== undefined && !scale.fromZero && (
        <path
          d={`M${scale.value * WIDTH} 6 l5 4 l-5 4 l-5 -4 z`}
          fill={stateColours(theme, state).strong}
        />
      )}
      {scale?.fail !== undefined && (
        <line
          x1={scale.fail * WIDTH}
          x2={scale.fail * WIDTH}
          y1="0"
          y2={HEIGHT}
          stroke={ink}
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
