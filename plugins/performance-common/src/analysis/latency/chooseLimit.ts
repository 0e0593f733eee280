import { LatencyLimit } from '../../model';

/** Where an entity hasn't been seen in any environment, its limits hold in each. */
const ANY_ENVIRONMENT = '*';

/**
 * The limit that says most about a quantile: of the same one, or the nearest higher one, or the nearest lower one.
 *
 * @returns undefined where the entity has none in the environment.
 */
export function chooseLimit(
  limits: readonly LatencyLimit[],
  environment: string,
  quantile: number,
): LatencyLimit | undefined {
  let chosen: LatencyLimit | undefined;
  for (const limit of limits) {
    const applies =
      limit.environment === environment ||
      limit.environment === ANY_ENVIRONMENT;
    if (applies && (!chosen || isNearer(limit, chosen, quantile))) {
      chosen = limit;
    }
  }
  return chosen;
}

function isNearer(
  limit: LatencyLimit,
  than: LatencyLimit,
  quantile: number,
): boolean {
  if (limit.quantile === than.quantile) {
    return limit.milliseconds < than.milliseconds;
  }
  const isHigh = limit.quantile >= quantile;
  const wasHigh = than.quantile >= quantile;
  if (isHigh !== wasHigh) {
    return isHigh;
  }
  return isHigh
    ? limit.quantile < than.quantile
    : limit.quantile > than.quantile;
}
