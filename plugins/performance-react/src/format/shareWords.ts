import { StateCounts } from '../api';

/**
 * What a share is of: everything that applies. What has no data stays in, as something that isn't
 * known to hold.
 *
 * @public
 */
export function applicableCount(counts: StateCounts): number {
  return counts.pass + counts.warn + counts.fail + counts['no-data'];
}

/**
 * How many are within their limits: those that pass, and those that warn.
 *
 * @public
 */
export function holdingCount(counts: StateCounts): number {
  return counts.pass + counts.warn;
}

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
