import { AppliedWaiver, WaiverFact } from '../model';
import { formatQuantity } from '../units';
import { formatInstant } from '../evaluation/formatInstant';

/**
 * A waiver in words: `waived until 2027-03-01, fails above 450 ms`.
 *
 * @public
 */
export function describeAppliedWaiver({ until, cap }: AppliedWaiver): string {
  const end = `waived until ${formatInstant(until)}`;
  return cap ? `${end}, fails ${describeCap(cap)}` : end;
}

function describeCap({
  operator,
  value,
  unit,
}: NonNullable<WaiverFact['cap']>): string {
  const side = operator.startsWith('<') ? 'above' : 'below';
  return `${side} ${formatQuantity(value, unit)}`;
}
