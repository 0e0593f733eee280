import { SloSpec } from '../model';

const DEFAULT_STEP_SECONDS = 300;

/**
 * Seconds that an SLO's samples cover: as its definition says, else 300, or what fills the slices of
 * all its objectives whole.
 *
 * @public
 */
export function stepSecondsOf(
  spec: Pick<SloSpec, 'stepSeconds' | 'objectives' | 'budgetingMethod'>,
): number {
  if (spec.stepSeconds !== undefined) {
    return spec.stepSeconds;
  }
  const slices =
    spec.budgetingMethod === 'Occurrences'
      ? []
      : spec.objectives.flatMap(
          ({ timeSliceSeconds }) => timeSliceSeconds ?? [],
        );
  if (slices.length === 0) {
    return DEFAULT_STEP_SECONDS;
  }
  const filling = slices.reduce(greatestCommonDivisor);
  return filling <= DEFAULT_STEP_SECONDS
    ? filling
    : greatestCommonDivisor(filling, DEFAULT_STEP_SECONDS);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
