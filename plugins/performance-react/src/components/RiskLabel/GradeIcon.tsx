import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';

const WIDTH = 24;
const GAP = 1.5;
const LOWEST = 5;
const HIGHEST = 20;

/**
 * How high something is on a scale: as many of its bars are filled, so that it reads without colour. Says nothing to
 * assistive technology: the word stands beside it.
 *
 * @public
 */
export function GradeIcon(
  props: SvgIconProps & {
    /** From 1. */
    filled: number;
    /** Bars in all. */
    steps: number;
  },
) {
  const { filled, steps, ...iconProps } = props;
  const width = (WIDTH - GAP * (steps - 1)) / steps;
  return (
    <SvgIcon viewBox={`0 0 ${WIDTH} 24`} {...iconProps} aria-hidden>
      {Array.from({ length: steps }, (_, index) => {
        const height = LOWEST + ((HIGHEST - LOWEST) * index) / (steps - 1);
        return (
          <rect
            key={index}
            x={index * (width + GAP)}
            y={22 - height}
            width={width}
            height={height}
            rx={1}
            opacity={index < filled ? 1 : 0.25}
          />
        );
      })}
    </SvgIcon>
  );
}
