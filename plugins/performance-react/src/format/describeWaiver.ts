import {
  AppliedWaiver,
  formatQuantity,
} from '@perf-governance/plugin-performance-common';
import { formatDay } from './formatDate';

/**
 * What a waiver still asks for: `fails above 450 ms`.
 *
 * @public
 */
export function capWords(cap: NonNullable<AppliedWaiver['cap']>): string {
  const side = cap.operator.startsWith('<') ? 'above' : 'below';
  return `fails ${side} ${formatQuantity(cap.value, cap.unit)}`;
}

/**
 * A waiver in one line: `waived until 1 Mar, fails above 450 ms`.
 *
 * @public
 */
export function describeWaiver(
  waiver: Pick<AppliedWaiver, 'until' | 'cap' | 'exceeded'>,
  now: Date,
): string {
  const until = formatDay(waiver.until, now);
  if (waiver.exceeded && waiver.cap) {
    const side = waiver.cap.operator.startsWith('<') ? 'above' : 'below';
    const cap = formatQuantity(waiver.cap.value, waiver.cap.unit);
    return `${side} the ${cap} of its waiver until ${until}`;
  }
  const words = `waived until ${until}`;
  return waiver.cap ? `${words}, ${capWords(waiver.cap)}` : words;
}
