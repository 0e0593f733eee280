import {
  ChartData,
  SloAdjustment,
  SloBurnDown,
} from '@perf-governance/plugin-performance-react';

const seconds = (instant: string) => Date.parse(instant) / 1000;

/**
 * What was left of the budget, beside what would be if it were spent evenly over the window, with
 * the time that is taken out of it.
 */
export function burnDownChart(
  burnDown: SloBurnDown,
  adjustments: SloAdjustment[],
): ChartData {
  const { points, exclusions } = burnDown;
  const [from, to] = [seconds(burnDown.from), seconds(burnDown.to)];
  const reasons = new Map(
    adjustments.map(({ id, reason }) => [id, reason] as const),
  );
  const x = points.map(({ at }) => seconds(at));
  // A gap stays one: what was left then isn't known.
  const remaining = points.map(({ remainingShare }) => remainingShare);
  // A calendar window goes on after now.
  if (x.length > 0 && x[x.length - 1] < to) {
    x.push(to);
    remaining.push(undefined);
  }
  const even = x.map(at => 1 - (at - from) / (to - from));
  return {
    x,
    xScale: 'time',
    xTitle: 'Time',
    lines: [
      {
        title: 'Budget left',
        unit: 'ratio',
        style: 'first',
        filled: true,
        values: remaining,
      },
      { title: 'Spent evenly', unit: 'ratio', style: 'muted', values: even },
    ],
    yMax: 1,
    markers: remaining.some(share => share !== undefined && share < 0)
      ? [{ x: 0, horizontal: true, title: 'spent' }]
      : [],
    bands: exclusions.map(exclusion => ({
      from: seconds(exclusion.from),
      to: seconds(exclusion.to),
      title: `Maintenance: ${
        reasons.get(exclusion.adjustmentId) ?? 'no longer counted'
      }`,
    })),
  };
}
