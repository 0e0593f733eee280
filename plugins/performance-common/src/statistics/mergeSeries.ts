import { Series } from '../model';
import { getMetric } from '../metrics';
import { EXACT_VALUES_LIMIT } from './constants';
import { QuantileSketch } from './QuantileSketch';
import {
  exactQuantiles,
  quantilesOfSketch,
  SeriesIdentity,
} from './SeriesAccumulator';

/** @public */
export interface MergedSeries {
  series: Series;
  /** Why the merged series has no quantiles though its parts have some. */
  quantilesMissing?: string;
}

/**
 * Merges series over disjoint sets of observations of the same metric into one.
 *
 * Percentiles are never averaged: they come from the merged values while those number at most
 * 10,000, else from merged sketches, else there are none. Means and deviations are combined by
 * counts, rates and counts are added up.
 *
 * @param parts - At least one, all in the unit of `identity`.
 * @param identity - What the result is called.
 * @public
 */
export function mergeSeries(
  parts: readonly Series[],
  identity: SeriesIdentity,
): MergedSeries {
  const { metric, unit, labels } = identity;
  const used = parts.filter(part => part.count !== 0);
  if (used.length <= 1) {
    return { series: { ...(used[0] ?? parts[0]), metric, unit, labels } };
  }
  const moments = mergeMoments(used);
  if (unit === '1/s' || getMetric(metric)?.type === 'rate') {
    moments.mean = sumOf(used.map(part => part.mean));
    moments.stddev = undefined;
  }
  const { quantilesMissing, ...quantiles } = mergeQuantiles(used, moments);
  return {
    series: { metric, unit, labels, ...moments, ...quantiles },
    quantilesMissing,
  };
}

type Moments = Pick<Series, 'count' | 'min' | 'max' | 'mean' | 'stddev'>;

function mergeMoments(parts: readonly Series[]): Moments {
  const count = sumOf(parts.map(part => part.count));
  return {
    count,
    min: extremeOf(
      parts.map(part => part.min),
      Math.min,
    ),
    max: extremeOf(
      parts.map(part => part.max),
      Math.max,
    ),
    ...meanAndDeviation(parts),
  };
}

/** Chan, Golub, LeVeque: "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979. */
function meanAndDeviation(
  parts: readonly Series[],
): Pick<Series, 'mean' | 'stddev'> {
  let count = 0;
  let mean = 0;
  let squares: number | undefined = 0;
  for (const part of parts) {
    if (part.count === undefined || part.mean === undefined) {
      return { mean: undefined, stddev: undefined };
    }
    const difference = part.mean - mean;
    const total = count + part.count;
    squares =
      squares === undefined || part.stddev === undefined
        ? undefined
        : squares +
          part.stddev ** 2 * part.count +
          (difference ** 2 * count * part.count) / total;
    mean += (difference * part.count) / total;
    count = total;
  }
  return {
    mean,
    stddev: squares === undefined ? undefined : Math.sqrt(squares / count),
  };
}

function mergeQuantiles(
  parts: readonly Series[],
  moments: Moments,
): Pick<Series, 'quantiles' | 'quantileMethod' | 'values' | 'sketch'> & {
  quantilesMissing?: string;
} {
  if (parts.every(part => part.quantileMethod === 'none')) {
    return { quantiles: {}, quantileMethod: 'none' };
  }
  const fixed = parts.find(
    part => part.values === undefined && part.sketch === undefined,
  );
  if (fixed) {
    return {
      quantiles: {},
      quantileMethod: 'none',
      quantilesMissing:
        fixed.quantileMethod === 'reported'
          ? 'Percentiles printed by a tool can’t be merged; only its raw report holds what merging needs.'
          : 'The values that merging percentiles needs are no longer kept.',
    };
  }
  let valueCount = 0;
  for (const part of parts) {
    valueCount += part.values?.length ?? Infinity;
  }
  if (valueCount <= EXACT_VALUES_LIMIT) {
    const values = new Float64Array(valueCount);
    let offset = 0;
    for (const part of parts) {
      values.set(part.values ?? [], offset);
      offset += part.values?.length ?? 0;
    }
    return exactQuantiles(Array.from(values.sort()));
  }
  const sketch = new QuantileSketch();
  for (const part of parts) {
    if (part.sketch !== undefined) {
      sketch.merge(QuantileSketch.fromBase64(part.sketch));
    } else {
      for (const value of part.values ?? []) {
        sketch.add(value);
      }
    }
  }
  return {
    quantiles: quantilesOfSketch(sketch, moments.min, moments.max),
    quantileMethod: 'ddsketch',
    sketch: sketch.toBase64(),
  };
}

function sumOf(numbers: (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const number of numbers) {
    if (number === undefined) {
      return undefined;
    }
    sum += number;
  }
  return sum;
}

function extremeOf(
  numbers: (number | undefined)[],
  choose: (a: number, b: number) => number,
): number | undefined {
  let extreme: number | undefined;
  for (const number of numbers) {
    if (number === undefined) {
      return undefined;
    }
    extreme = extreme === undefined ? number : choose(extreme, number);
  }
  return extreme;
}
