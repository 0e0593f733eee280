import { QuantileMethod, Series, Statistic } from '../model';
import { quantileKey } from '../metrics';
import { quantileOf } from './quantileOf';
import { QuantileSketch } from './QuantileSketch';

/** @public */
export type StatisticResult =
  | { value: number; method: QuantileMethod; reason?: undefined }
  | { value?: undefined; reason: string };

/**
 * Reads a statistic from a series, and never makes one up: a percentile that the report doesn't
 * hold is missing, not interpolated between those it does hold.
 *
 * @returns The value in the series' unit (a plain number for `count`) and how its quantiles were
 * made, or a sentence saying why there is none.
 * @public
 */
export function statisticOf(
  series: Series,
  statistic: Statistic,
): StatisticResult {
  const key = quantileKey(statistic);
  const value =
    key === undefined
      ? namedStatistic(series, statistic)
      : readQuantile(series, key);
  if (value !== undefined && Number.isFinite(value)) {
    return {
      value,
      method: key === undefined ? 'none' : series.quantileMethod,
    };
  }
  return { reason: missingReason(series, statistic, key) };
}

function namedStatistic(
  series: Series,
  statistic: Statistic,
): number | undefined {
  switch (statistic) {
    case 'mean':
      return series.mean;
    case 'ratio':
      return series.unit === 'ratio' ? series.mean : undefined;
    case 'rate':
      return series.unit === '1/s' ? series.mean : undefined;
    case 'min':
      return series.min;
    case 'max':
      return series.max;
    case 'count':
      return series.count;
    default:
      return undefined;
  }
}

function readQuantile(series: Series, key: string): number | undefined {
  const stored = series.quantiles[key];
  if (stored !== undefined) {
    return stored;
  }
  if (series.values && series.values.length > 0) {
    return quantileOf(series.values, Number(key));
  }
  if (series.sketch !== undefined) {
    const sketch = QuantileSketch.fromBase64(series.sketch);
    return withinRange(series, sketch.quantile(Number(key)));
  }
  return undefined;
}

/** The middle of a sketch's outermost bin may lie beyond what was seen. */
function withinRange(
  { min = -Infinity, max = Infinity }: Series,
  value: number | undefined,
): number | undefined {
  return value === undefined ? undefined : Math.min(max, Math.max(min, value));
}

function missingReason(
  series: Series,
  statistic: Statistic,
  key: string | undefined,
): string {
  if (series.count === 0) {
    return `The report holds no values of ${series.metric}.`;
  }
  if (key === undefined) {
    return `The report holds no ${statistic} of ${series.metric}.`;
  }
  const held = Object.keys(series.quantiles)
    .map(Number)
    .sort((a, b) => a - b)
    .map(quantile => `p${Number(`${quantile}e2`)}`);
  return held.length === 0
    ? `The report holds no percentiles of ${series.metric}.`
    : `The report holds no ${statistic} of ${series.metric}, only ${held.join(
        ', ',
      )}.`;
}
