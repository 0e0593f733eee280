import {
  QuantileSketch,
  Timeline,
  TimelineBucket,
} from '@perf-governance/plugin-performance-common';

const MAX_BUCKETS = 200;

/** Of fewer requests, high percentiles are hardly more than the slowest one: a line of noise. */
const ENOUGH_REQUESTS = 20;

/** With fewer, a line has no shape. */
const MIN_BUCKETS = 20;

interface Bucket {
  requests: number;
  failures: number;
  durations?: QuantileSketch;
}

/**
 * Builds the time line of a raw report as its samples come, in whatever order. Buckets start one
 * second wide; whenever there would be more than 200, neighbours merge and the width doubles, and in
 * the end as long as they hold few requests each.
 * Percentiles within a bucket have a relative error of at most 1 %.
 */
export class TimelineBuilder {
  private widthMs = 1000;
  private buckets = new Map<number, Bucket>();
  private first = Infinity;
  private last = -Infinity;

  /** @param timeMs - Milliseconds since 1970. */
  request(timeMs: number): void {
    this.bucket(timeMs).requests += 1;
  }

  failure(timeMs: number): void {
    this.bucket(timeMs).failures += 1;
  }

  /** @param durationMs - Of a request that ended at `timeMs`. */
  duration(timeMs: number, durationMs: number): void {
    const bucket = this.bucket(timeMs);
    bucket.durations ??= new QuantileSketch();
    bucket.durations.add(durationMs);
  }

  build(): Timeline | undefined {
    if (this.buckets.size === 0) {
      return undefined;
    }
    this.widenToEnoughRequests();
    const bucketSeconds = this.widthMs / 1000;
    const buckets: TimelineBucket[] = [];
    for (let index = this.first; index <= this.last; index++) {
      buckets.push(summarize(this.buckets.get(index), bucketSeconds));
    }
    return {
      startedAt: new Date(this.first * this.widthMs).toISOString(),
      bucketSeconds,
      buckets,
    };
  }

  private bucket(timeMs: number): Bucket {
    let index = Math.floor(timeMs / this.widthMs);
    while (
      Math.max(this.last, index) - Math.min(this.first, index) >=
      MAX_BUCKETS
    ) {
      this.doubleWidth();
      index = Math.floor(timeMs / this.widthMs);
    }
    this.first = Math.min(this.first, index);
    this.last = Math.max(this.last, index);
    const existing = this.buckets.get(index);
    if (existing) {
      return existing;
    }
    const bucket: Bucket = { requests: 0, failures: 0 };
    this.buckets.set(index, bucket);
    return bucket;
  }

  private widenToEnoughRequests(): void {
    let requests = 0;
    for (const bucket of this.buckets.values()) {
      requests += bucket.requests;
    }
    const length = () => this.last - this.first + 1;
    while (
      length() >= 2 * MIN_BUCKETS &&
      requests < ENOUGH_REQUESTS * length()
    ) {
      this.doubleWidth();
    }
  }

  private doubleWidth(): void {
    this.widthMs *= 2;
    const merged = new Map<number, Bucket>();
    for (const [index, bucket] of this.buckets) {
      const half = Math.floor(index / 2);
      const other = merged.get(half);
      merged.set(half, other ? mergeBuckets(other, bucket) : bucket);
    }
    this.buckets = merged;
    this.first = Math.floor(this.first / 2);
    this.last = Math.floor(this.last / 2);
  }
}

function mergeBuckets(into: Bucket, from: Bucket): Bucket {
  into.requests += from.requests;
  into.failures += from.failures;
  if (into.durations && from.durations) {
    into.durations.merge(from.durations);
  } else {
    into.durations ??= from.durations;
  }
  return into;
}

function summarize(
  bucket: Bucket | undefined,
  bucketSeconds: number,
): TimelineBucket {
  const durations = bucket?.durations;
  return {
    rate: (bucket?.requests ?? 0) / bucketSeconds,
    errorRate: (bucket?.failures ?? 0) / bucketSeconds,
    ...(durations
      ? {
          p50: durations.quantile(0.5),
          p95: durations.quantile(0.95),
          p99: durations.quantile(0.99),
        }
      : {}),
  };
}
