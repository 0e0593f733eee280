/** Of 95 % confidence: the standard normal's quantile at 0.975. */
export const Z_OF_95_PERCENT = 1.959963984540054;

/**
 * The score interval of a proportion at 95 % confidence, without continuity correction: E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @param total - More than 0.
 * @public
 */
export function wilsonInterval(
  good: number,
  total: number,
): { lower: number; upper: number } {
  const proportion = Math.min(Math.max(good / total, 0), 1);
  const z2 = Z_OF_95_PERCENT ** 2;
  const centre = proportion + z2 / (2 * total);
  const spread =
    Z_OF_95_PERCENT *
    Math.sqrt(
      (proportion * (1 - proportion)) / total + z2 / (4 * total * total),
    );
  const scale = 1 + z2 / total;
  return {
    lower: Math.max((centre - spread) / scale, 0),
    upper: Math.min((centre + spread) / scale, 1),
  };
}
