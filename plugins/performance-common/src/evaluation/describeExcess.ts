import { BudgetVerdict, SloVerdict } from '../model';
import { formatBound, formatQuantityPair } from '../units';

/** `412 ms; the limit is ≤ 300 ms`, with as many digits as telling the two apart takes. */
export function describeExcess({
  value,
  limit,
  unit,
}: Pick<BudgetVerdict | SloVerdict, 'value' | 'limit' | 'unit'>):
  | string
  | undefined {
  const { fail } = limit;
  if (value === undefined || !fail) {
    return undefined;
  }
  const [shown] = formatQuantityPair(value, fail.value, unit);
  return `${shown}; the limit is ${formatBound(fail)}`;
}
