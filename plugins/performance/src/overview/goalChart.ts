import { ChartData, Goal } from '@perf-governance/plugin-performance-react';

/** Seconds since the epoch, of a day. */
export function daySeconds(day: string): number {
  return Date.parse(day) / 1000;
}

/** A goal's share over time, with its line. */
export function goalChart(goal: Goal): ChartData {
  const points = goal.trend.filter(point => point.total > 0);
  return {
    x: points.map(point => daySeconds(point.day)),
    xScale: 'day',
    xTitle: 'Day',
    yMax: 1,
    lines: [
      {
        title: 'Within limits',
        unit: 'ratio',
        style: 'first',
        filled: true,
        values: points.map(point => point.within / point.total),
      },
    ],
    markers: [
      {
        x: goal.target,
        horizontal: true,
        title: `goal ${(100 * goal.target).toLocaleString('en')} %`,
      },
    ],
  };
}
