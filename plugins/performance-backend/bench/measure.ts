/** Several measurements of the same thing. */
export interface Figures {
  min: number;
  median: number;
  max: number;
}

export function figuresOf(values: number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    min: sorted[0],
    median: sorted[Math.floor(sorted.length / 2)],
    max: sorted[sorted.length - 1],
  };
}

/** Nearest rank. */
function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Milliseconds. */
export type Latency = { p50: number; p95: number; p99: number };

export function latencyOf(times: number[]): Latency {
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}

/** Seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Milliseconds of each of many requests, one after the other, after some that don't count. */
export async function latencies(
  count: number,
  request: (index: number) => Promise<void>,
  warmUp = 100,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < warmUp + count; index++) {
    const start = performance.now();
    await request(index);
    if (index >= warmUp) {
      times.push(performance.now() - start);
    }
  }
  return times;
}
