/** More than any count or share here needs, and fewer than what arithmetic in binary leaves right. */
const SIGNIFICANT_DIGITS = 13;

/**
 * Takes away what binary arithmetic adds to decimals, so that a budget of exactly three bad events is
 * 3 and not 2.9999999999999996.
 */
export function exactly(value: number): number {
  return Number.isFinite(value)
    ? Number(value.toPrecision(SIGNIFICANT_DIGITS))
    : value;
}
