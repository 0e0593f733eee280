import {
  Labels,
  Series,
  Unit,
} from '@perf-governance/plugin-performance-common';

/** Keeps the last value of a gauge, as k6 does, and its extremes. */
export class GaugeAccumulator {
  private last = 0;
  private min = Infinity;
  private max = -Infinity;
  private count = 0;

  add(value: number): void {
    this.last = value;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this.count += 1;
  }

  toSeries(identity: { metric: string; unit: Unit; labels: Labels }): Series {
    return {
      ...identity,
      count: this.count,
      min: this.min,
      max: this.max,
      mean: this.last,
      quantiles: {},
      quantileMethod: 'none',
    };
  }
}
