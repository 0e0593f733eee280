import { Series } from '../model';
import { QuantileSketch, statisticOf } from '../statistics';

/** @public */
export interface DistributionBucket {
  /** Inclusive, in the series' unit. */
  from: number;
  /** Exclusive, but inclusive in the last bucket. */
  to: number;
  /** Share of all observations, 0..1. */
  share: number;
}

/**
 * Edges of equally wide buckets that show several series beside each other: from the smallest value
 * to the largest p99.5, with what is beyond in one last bucket, so that a single outlier doesn't
 * squeeze everything else into the first.
 *
 * @param buckets - How many buckets, the last one included; 40 unless given.
 * @returns Ascending; empty if none of the series holds its distribution.
 * @public
 */
export function distributionEdges(
  series: readonly Series[],
  buckets: number = 40,
): number[] {
  let low = Infinity;
  let high = -Infinity;
  let max = -Infinity;
  for (const item of series) {
    const upper = statisticOf(item, 'p99.5').value;
    if (
      hasDistribution(item) &&
      upper !== undefined &&
      item.min !== undefined &&
      item.max !== undefined
    ) {
      low = Math.min(low, item.min);
      high = Math.max(high, upper);
      max = Math.max(max, item.max);
    }
  }
  if (low === Infinity) {
    return [];
  }
  const end = high > low ? high : max;
  if (end === low) {
    return [low, low];
  }
  const regular = max > end ? buckets - 1 : buckets;
  const edges: number[] = [];
  for (let index = 0; index < regular; index++) {
    edges.push(low + ((end - low) * index) / regular);
  }
  edges.push(end);
  if (max > end) {
    edges.push(max);
  }
  return edges;
}

/**
 * The share of a series' observations in each bucket, from its values or its sketch.
 *
 * @param edges - Ascending, as from `distributionEdges`. What lies outside counts in the outermost.
 * @returns `undefined` for a series with only the percentiles its tool printed.
 * @public
 */
export function distributionOf(
  series: Series,
  edges: readonly number[],
): DistributionBucket[] | undefined {
  if (!hasDistribution(series) || edges.length < 2) {
    return undefined;
  }
  const counts = new Array<number>(edges.length - 1).fill(0);
  let total = 0;
  for (const { value, count } of weightedValues(series)) {
    counts[bucketOf(value, edges)] += count;
    total += count;
  }
  return counts.map((count, index) => ({
    from: edges[index],
    to: edges[index + 1],
    share: count / total,
  }));
}

function hasDistribution(series: Series): boolean {
  return (
    series.sketch !== undefined ||
    (series.values !== undefined && series.values.length > 0)
  );
}

function weightedValues(
  series: Series,
): Iterable<{ value: number; count: number }> {
  return series.sketch === undefined
    ? (series.values ?? []).map(value => ({ value, count: 1 }))
    : QuantileSketch.fromBase64(series.sketch).bins();
}

/** Binary search for the last edge at or below the value. */
function bucketOf(value: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edges[middle] <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
