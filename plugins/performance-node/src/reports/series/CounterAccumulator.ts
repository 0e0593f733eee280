import {
  Labels,
  Series,
  Unit,
} from '@perf-governance/plugin-performance-common';

/** Adds up events or amounts; in the unit `1/s` its mean is their number per second of the run. */
export class CounterAccumulator {
  private sum = 0;

  add(amount: number): void {
    this.sum += amount;
  }

  toSeries(
    identity: { metric: string; unit: Unit; labels: Labels },
    durationSeconds: number | undefined,
  ): Series {
    return {
      ...identity,
      count: this.sum,
      ...(identity.unit === '1/s' && durationSeconds
        ? { mean: this.sum / durationSeconds }
        : {}),
      quantiles: {},
      quantileMethod: 'none',
    };
  }
}
