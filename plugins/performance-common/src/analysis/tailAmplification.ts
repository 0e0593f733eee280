/**
 * The share of requests at least one of whose calls is beyond its limit: 1 − Π(1 − αᵢ), where calls are slow
 * independently of each other. J. Dean, L. Barroso: The tail at scale. Communications of the ACM 56 (2), 2013, 74–80:
 * of 100 calls each slow once in a hundred, 63 % of the requests meet at least one.
 *
 * @param calls - how many calls may be beyond their limit with which probability.
 * @public
 */
export function tailAmplification(
  calls: readonly { alpha: number; calls: number }[],
): number {
  let within = 1;
  for (const { alpha, calls: times } of calls) {
    within *= (1 - alpha) ** times;
  }
  return 1 - within;
}
