/**
 * How much a statistic varies between runs that should be alike.
 *
 * @public
 */
export interface Noise {
  median: number;
  /** Estimate of the standard deviation, in the unit of the values. */
  spread: number;
  /** `spread` as a share of the median, e.g. 0.04; absent where the median is 0. */
  relative?: number;
  /** How many values it was measured on. */
  runs: number;
}

/** Makes the median absolute deviation of normal noise an estimate of its standard deviation. */
const NORMAL_CONSISTENCY = 1.4826;

/** With two values the deviation from their median says nothing. */
const MIN_RUNS = 3;

/**
 * Measures noise by the median and the median absolute deviation, which one odd run among several
 * doesn't move (Leys et al., "Detecting outliers: Do not use standard deviation around the mean,
 * use absolute deviation around the median", J. Exp. Soc. Psychol. 49, 2013).
 *
 * @param values - The statistic in each of the baseline runs.
 * @returns `undefined` for fewer than three values.
 * @public
 */
export function noiseOf(values: readonly number[]): Noise | undefined {
  if (values.length < MIN_RUNS) {
    return undefined;
  }
  const median = medianOf(values);
  const spread =
    NORMAL_CONSISTENCY *
    medianOf(values.map(value => Math.abs(value - median)));
  return {
    median,
    spread,
    relative: median === 0 ? undefined : spread / Math.abs(median),
    runs: values.length,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
