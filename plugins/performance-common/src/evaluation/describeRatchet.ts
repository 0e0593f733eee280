import { LimitRatchet, Unit } from '../model';
import { formatQuantity } from '../units';

/**
 * Tells where the limit of a ratchet comes from.
 *
 * @example
 * at most 5 % worse than 85 ms, the best median of five runs in a row
 *
 * @param unit - Of the limit.
 * @public
 */
export function describeRatchet(
  { best, tolerance }: LimitRatchet,
  unit: Unit,
): string {
  return `at most ${formatQuantity(
    tolerance,
    'ratio',
  )} worse than ${formatQuantity(
    best,
    unit,
  )}, the best median of five runs in a row`;
}
