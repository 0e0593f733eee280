import { LatencyLimit } from '../model';

/**
 * Keeps one limit of each percentile and environment: that over everything, or the widest of those for single journeys
 * or endpoints, as which of these a caller needs isn't known.
 *
 * @param limits - those kept so far, which this changes.
 * @public
 */
export function addLatencyLimit(
  limits: LatencyLimit[],
  limit: LatencyLimit,
): void {
  const index = limits.findIndex(
    ({ environment, quantile }) =>
      environment === limit.environment && quantile === limit.quantile,
  );
  const known = limits[index];
  if (!known) {
    limits.push(limit);
  } else if (replaces(limit, known)) {
    limits[index] = limit;
  }
}

function replaces(limit: LatencyLimit, known: LatencyLimit): boolean {
  const isOverEverything = limit.labels === undefined;
  return isOverEverything === (known.labels === undefined)
    ? limit.milliseconds > known.milliseconds
    : isOverEverything;
}
