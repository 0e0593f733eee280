import { useEffect, useRef } from 'react';
import { makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { stateColours, mutedColour } from '../../theme';
import { ChartData, ChartLine, formatX } from './ChartTable';

const useStyles = makeStyles(theme => ({
  root: {
    width: '100%',
    minWidth: 0,
    '& .u-legend': {
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
      textAlign: 'left',
    },
    // The values are there only while the pointer is over the plot.
    '& .u-inline.u-live th::after': { content: 'none' },
  },
}));

/** Okabe and Ito's blue, orange and purple, adjusted to the theme's ground. */
const COLOURS: Record<
  'light' | 'dark',
  Record<'first' | 'second' | 'third', string>
> = {
  light: { first: '#0067A5', second: '#B35900', third: '#8A3B77' },
  dark: { first: '#6CB8EE', second: '#F5B04D', third: '#E0A3D0' },
};

const DASHES: Record<ChartLine['style'], number[] | undefined> = {
  first: undefined,
  second: [8, 4],
  third: [2, 3],
  muted: [4, 4],
  bad: undefined,
};

function lineColour(theme: Theme, style: ChartLine['style']): string {
  switch (style) {
    case 'muted':
      return mutedColour(theme);
    case 'bad':
      return stateColours(theme, 'fail').strong;
    default:
      return COLOURS[theme.palette.type][style];
  }
}

/** Between the lines of the hatching, in CSS pixels. */
const HATCH_DISTANCE = 6;

/** Hatches the bands behind the lines, from their first to their last visible pixel. */
function drawBands(plot: UPlot, data: ChartData, theme: Theme) {
  const { ctx, bbox } = plot;
  const distance = HATCH_DISTANCE * devicePixelRatio;
  for (const band of data.bands ?? []) {
    const left = Math.max(bbox.left, plot.valToPos(band.from, 'x', true));
    const right = Math.min(
      bbox.left + bbox.width,
      plot.valToPos(band.to, 'x', true),
    );
    const width = Math.max(right - left, 4 * devicePixelRatio);
    if (right < bbox.left || left > bbox.left + bbox.width) {
      continue;
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, width, bbox.height);
    ctx.clip();
    ctx.fillStyle = theme.palette.action.hover;
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.strokeStyle = mutedColour(theme);
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    for (let x = left - bbox.height; x < left + width; x += distance) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
    ctx.stroke();
    ctx.restore();
  }
}

/** Draws the markers over the plot: a dashed line and its words. */
function drawMarkers(plot: UPlot, data: ChartData, theme: Theme) {
  const { ctx, bbox } = plot;
  for (const marker of data.markers ?? []) {
    const position = marker.horizontal
      ? plot.valToPos(marker.x, data.lines[0].unit, true)
      : plot.valToPos(marker.x, 'x', true);
    ctx.save();
    ctx.strokeStyle = theme.palette.text.primary;
    ctx.fillStyle = theme.palette.text.primary;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.beginPath();
    if (marker.horizontal) {
      ctx.moveTo(bbox.left, position);
      ctx.lineTo(bbox.left + bbox.width, position);
      ctx.textAlign = 'left';
      // Below the line where there is no room above it.
      const below = position - bbox.top < 18 * devicePixelRatio;
      ctx.fillText(
        marker.title,
        bbox.left + 4 * devicePixelRatio,
        position + (below ? 14 : -4) * devicePixelRatio,
      );
    } else {
      ctx.moveTo(position, bbox.top);
      ctx.lineTo(position, bbox.top + bbox.height);
      const right = position > bbox.left + bbox.width * 0.75;
      ctx.textAlign = right ? 'right' : 'left';
      ctx.fillText(
        marker.title,
        position + (right ? -4 : 4) * devicePixelRatio,
        bbox.top + 12 * devicePixelRatio,
      );
    }
    ctx.stroke();
    ctx.restore();
  }
}

/** Over more, a day's year is of more use than its number. */
const LONG_SECONDS = 200 * 24 * 60 * 60;

function formatTick(data: ChartData, x: number): string {
  const long = (data.x.at(-1) ?? 0) - data.x[0] > LONG_SECONDS;
  switch (data.xScale) {
    case 'time':
    case 'day':
      return new Date(x * 1000).toLocaleDateString('en-GB', {
        day: long ? undefined : 'numeric',
        month: 'short',
        year: long ? 'numeric' : undefined,
        timeZone: data.xScale === 'day' ? 'UTC' : undefined,
      });
    default:
      return formatX(data, x);
  }
}

/** 1, 2 and 5 times the powers of ten between two numbers. */
function logarithmicTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (
    let power = 10 ** Math.floor(Math.log10(low));
    power <= high;
    power *= 10
  ) {
    ticks.push(power, 2 * power, 5 * power);
  }
  return ticks.filter(tick => tick >= low && tick <= high);
}

function chartOptions(
  data: ChartData,
  theme: Theme,
  size: { width: number; height: number },
): UPlot.Options {
  const ink = mutedColour(theme);
  const grid = { stroke: theme.palette.divider, width: 1 };
  const units = [...new Set(data.lines.map(line => line.unit))];
  const markerValues = (data.markers ?? []).flatMap(marker =>
    marker.horizontal ? [marker.x] : [],
  );

  return {
    ...size,
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: {
        time: data.xScale === 'time' || data.xScale === 'day',
        distr: data.xScale === 'logarithmic' ? 3 : 1,
        range: (_, low, high) => [low, high > low ? high : low + 1],
      },
      ...Object.fromEntries(
        units.map((unit, index) => [
          unit,
          {
            range: (
              _: UPlot,
              low: number,
              high: number,
            ): UPlot.Range.MinMax => {
              if (index === 0 && data.yMax !== undefined) {
                return [Math.min(0, low), data.yMax];
              }
              const extremes = index === 0 ? markerValues : [];
              const top = Math.max(high, ...extremes);
              return [Math.min(0, low), top > 0 ? top * 1.12 : 1];
            },
          },
        ]),
      ),
    },
    axes: [
      {
        stroke: ink,
        grid,
        ticks: grid,
        ...(data.xScale === 'logarithmic'
          ? {
              splits: (_: UPlot, __: number, low: number, high: number) =>
                logarithmicTicks(low, high),
            }
          : {}),
        values: (_, splits) =>
          splits.map(x => (x === null ? '' : formatTick(data, x))),
      },
      ...units.slice(0, 2).map(
        (unit, index): UPlot.Axis => ({
          scale: unit,
          side: index === 0 ? 3 : 1,
          size: 64,
          stroke: ink,
          grid: index === 0 ? grid : { show: false },
          ticks: grid,
          values: (_, splits) => splits.map(y => formatQuantity(y, unit)),
        }),
      ),
    ],
    series: [
      {
        label: data.xTitle,
        value: (_, x) => (x === null ? '' : formatX(data, x)),
      },
      ...data.lines.map((line): UPlot.Series => {
        const colour = lineColour(theme, line.style);
        return {
          label: line.title,
          scale: line.unit,
          stroke: colour,
          fill: line.filled ? `${colour}33` : undefined,
          width: 2,
          dash: DASHES[line.style],
          points: { show: line.values.length < 2 },
          value: (_, y) =>
            y === null || y === undefined ? '' : formatQuantity(y, line.unit),
        };
      }),
    ],
    hooks: {
      drawClear: [plot => drawBands(plot, data, theme)],
      draw: [plot => drawMarkers(plot, data, theme)],
    },
  };
}

/** Height that uPlot's legend takes below the plot. */
const LEGEND_HEIGHT = 28;

/** A chart drawn by UPlot. In a file of its own, so that only pages with charts load the library. */
export function UplotChart(props: {
  label: string;
  data: ChartData;
  height: number;
}) {
  const { label, data, height } = props;
  const classes = useStyles();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) {
      return undefined;
    }
    const size = () => ({
      width: Math.max(160, element.clientWidth),
      height: height - LEGEND_HEIGHT,
    });
    const plot = new UPlot(
      chartOptions(data, theme, size()),
      [
        data.x,
        // The library draws a line over what is undefined, and leaves a gap where there is null.
        ...data.lines.map(({ values }) => values.map(value => value ?? null)),
      ],
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [data, height, theme]);

  return (
    <div
      ref={container}
      className={classes.root}
      style={{ minHeight: height }}
      role="img"
      aria-label={label}
    />
  );
}
