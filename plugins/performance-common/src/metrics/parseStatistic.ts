import { MetricType, Statistic } from '../model';

const NAMED: ReadonlySet<string> = new Set([
  'mean',
  'max',
  'min',
  'rate',
  'count',
  'ratio',
]);

const PERCENTILE = /^p(\d{1,2}(?:\.\d{1,3})?)$/;

/** More than definitions name. */
const MAX_REMEMBERED_KEYS = 1000;
const quantileKeys = new Map<string, string>();

/**
 * Reads a statistic: `p1`…`p99.999`, `mean`, `max`, `min`, `rate`, `count` or `ratio`.
 *
 * @returns `undefined` if it is none of these.
 * @public
 */
export function parseStatistic(text: string): Statistic | undefined {
  if (NAMED.has(text)) {
    return text as Statistic;
  }
  const percentile = PERCENTILE.exec(text);
  // Number() drops leading and trailing zeros, so that p050 and p99.90 have one spelling.
  return percentile && Number(percentile[1]) > 0
    ? `p${Number(percentile[1])}`
    : undefined;
}

/**
 * The key of a percentile in `Series.quantiles`: `p99.9` is `"0.999"`.
 *
 * @returns `undefined` for a statistic that is no percentile.
 * @public
 */
export function quantileKey(statistic: Statistic): string | undefined {
  if (NAMED.has(statistic)) {
    return undefined;
  }
  let key = quantileKeys.get(statistic);
  if (key === undefined) {
    const percentile = PERCENTILE.exec(statistic);
    if (!percentile) {
      return undefined;
    }
    // A decimal shift in the text, since 99.9 / 100 isn't 0.999 for every percentile.
    key = String(Number(`${percentile[1]}e-2`));
    if (quantileKeys.size < MAX_REMEMBERED_KEYS) {
      quantileKeys.set(statistic, key);
    }
  }
  return key;
}

/**
 * The named statistics that a metric of a type has. Percentiles belong to distributions only.
 *
 * @public
 */
export const STATISTICS_OF_TYPE: Record<
  MetricType,
  { percentiles: boolean; named: readonly Statistic[] }
> = {
  distribution: { percentiles: true, named: ['mean', 'max', 'min', 'count'] },
  ratio: { percentiles: false, named: ['ratio', 'count'] },
  rate: { percentiles: false, named: ['rate', 'count'] },
  count: { percentiles: false, named: ['count'] },
  gauge: { percentiles: false, named: ['mean', 'max', 'min'] },
};
