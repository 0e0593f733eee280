import { WaiverFact } from '../model';
import { formatQuantity, formatQuantityPair } from '../units';
import { boundDirection, holds } from './boundOrder';

/** A cap is a chosen number, so it isn't rounded as a measured one is. */
const CAP_DIGITS = 6;

/**
 * `412 ms today is above the cap of 400 ms: it would fail at once`, for who asks for a waiver with a cap
 * and for who decides on it.
 *
 * @param value - As it is now, in the cap's unit.
 * @returns `undefined` where there is no value, or it keeps within the cap.
 * @public
 */
export function describeCapExcess(
  value: number | undefined,
  cap: NonNullable<WaiverFact['cap']>,
): string | undefined {
  if (value === undefined || holds(cap, value)) {
    return undefined;
  }
  const isUpper = boundDirection(cap) === 'lower';
  const beyond = isUpper ? 'above' : 'below';
  const within = isUpper ? 'not below' : 'not above';
  const [shown] = formatQuantityPair(value, cap.value, cap.unit);
  return `${shown} today is ${
    value === cap.value ? within : beyond
  } the cap of ${formatQuantity(
    cap.value,
    cap.unit,
    CAP_DIGITS,
  )}: it would fail at once`;
}
