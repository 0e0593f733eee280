/**
 * A share in whole percent that never rounds up to all, nor down to none.
 *
 * @public
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) {
    return '–';
  }
  if (part === 0 || part === whole) {
    return part === 0 ? '0 %' : '100 %';
  }
  const percent = Math.round((100 * part) / whole);
  return `${Math.min(99, Math.max(1, percent))} %`;
}
