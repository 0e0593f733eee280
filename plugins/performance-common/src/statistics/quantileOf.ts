/**
 * The quantile of sorted values, linearly interpolated between the two nearest ranks.
 *
 * This is type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (The American
 * Statistician 50, 1996): what k6 prints for its trends while it keeps every value, and the
 * default of R, NumPy and spreadsheets.
 *
 * @param sorted - Ascending, not empty.
 * @param quantile - 0 to 1.
 * @public
 */
export function quantileOf(
  sorted: readonly number[],
  quantile: number,
): number {
  const position = quantile * (sorted.length - 1);
  const below = Math.floor(position);
  const fraction = position - below;
  const lower = sorted[below];
  return fraction === 0
    ? lower
    : lower + (sorted[below + 1] - lower) * fraction;
}
