/** How many runs in a row make a median. */
const WINDOW = 5;

/** What one run measured. */
export interface Measurement {
  value: number;
  /** Only runs with the same are comparable. */
  comparable: string;
}

/**
 * The best median of five consecutive comparable runs.
 *
 * @param measurements - in order of time.
 * @returns undefined where there are fewer than five of one kind.
 */
export function bestMedian(
  measurements: Iterable<Measurement>,
  better: 'lower' | 'higher',
): number | undefined {
  const windows = new Map<string, number[]>();
  let best: number | undefined;
  for (const { value, comparable } of measurements) {
    const window = windows.get(comparable) ?? [];
    windows.set(comparable, window);
    window.push(value);
    if (window.length > WINDOW) {
      window.shift();
    }
    if (window.length === WINDOW) {
      const median = [...window].sort((a, b) => a - b)[(WINDOW - 1) / 2];
      best =
        best === undefined ||
        (better === 'lower' ? median < best : median > best)
          ? median
          : best;
    }
  }
  return best;
}
