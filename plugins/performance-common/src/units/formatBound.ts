import { Bound, ComparisonOperator } from '../model';
import { formatQuantity } from './formatQuantity';

const SIGNS: Record<ComparisonOperator, string> = {
  '<=': '≤',
  '<': '<',
  '>=': '≥',
  '>': '>',
};

/** A limit is a chosen number, so it isn't rounded as a measured one is. */
const LIMIT_DIGITS = 6;

/**
 * Writes a limit for people: `≤ 300 ms`.
 *
 * @public
 */
export function formatBound(
  bound: Pick<Bound, 'operator' | 'value' | 'unit'>,
): string {
  return `${SIGNS[bound.operator]} ${formatQuantity(
    bound.value,
    bound.unit,
    LIMIT_DIGITS,
  )}`;
}
