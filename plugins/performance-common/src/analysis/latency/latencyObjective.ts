import { LatencyLimit, SloIndicator } from '../../model';

/** A selector of a histogram's bucket in PromQL. */
const BUCKET = /([a-zA-Z_:][a-zA-Z0-9_:]*)_bucket\s*\{([^{}]*)\}/g;

const BOUND = /(?:^|,)\s*le\s*=\s*(["'])([^"']*)\1/;

/** Base units by the suffix of a metric's name; https://prometheus.io/docs/practices/naming/. */
const MILLISECONDS: readonly [suffix: string, milliseconds: number][] = [
  ['_milliseconds', 1],
  ['_seconds', 1000],
];

/**
 * The percentile that an SLO promises of requests: where it counts as good what is in a bucket of a histogram of how
 * long requests take, its target is the share of requests that take no longer than the bucket's bound. Only `Occurrences`
 * count requests.
 *
 * @param indicator - with its queries in PromQL.
 * @param target - ratio.
 * @returns undefined where it isn't about that, or doesn't say so.
 * @public
 */
export function latencyObjective(
  indicator: SloIndicator,
  target: number,
): Pick<LatencyLimit, 'quantile' | 'milliseconds'> | undefined {
  if (indicator.type !== 'ratio' || !indicator.good || target <= 0) {
    return undefined;
  }
  const { query } = indicator.good;
  const bounds = new Set<number | undefined>();
  for (const [, metric, labels] of query.matchAll(BUCKET)) {
    bounds.add(boundOf(metric, labels));
  }
  const [milliseconds, ...others] = bounds;
  const isAllOfBuckets =
    [...query.matchAll(BUCKET)].length === query.split('{').length - 1;
  return milliseconds === undefined || others.length > 0 || !isAllOfBuckets
    ? undefined
    : { quantile: target, milliseconds };
}

/** Milliseconds; what a client waits for is the time of somebody else. */
function boundOf(metric: string, labels: string): number | undefined {
  const isOfRequests = /request/.test(metric) && !/client/.test(metric);
  const unit = MILLISECONDS.find(([suffix]) => metric.endsWith(suffix))?.[1];
  const bound = Number(BOUND.exec(labels)?.[2] || Number.NaN);
  return isOfRequests &&
    unit !== undefined &&
    Number.isFinite(bound) &&
    bound > 0
    ? Number((bound * unit).toFixed(6))
    : undefined;
}
