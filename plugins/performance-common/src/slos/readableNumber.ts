/**
 * A number as a formula shows it: whole ones as they are, others to as many digits as tell something. What
 * is less than 1 may be a share near to all or nothing, and keeps eight.
 *
 * @public
 */
export function readableNumber(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size === 0) {
    return value;
  }
  if (size < 1) {
    return Number(value.toPrecision(8));
  }
  return Number(value.toFixed(size < 1000 ? 4 : 2));
}
