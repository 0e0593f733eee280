import { BudgetingMethod, SloObjective } from '../model';

/**
 * Length of what an objective counts, from samples of a step: the samples themselves, or slices that
 * whole samples fill.
 *
 * @returns Undefined where the samples are too coarse: slices are finer than they are, or cut them.
 * @public
 */
export function unitSecondsOf(
  method: BudgetingMethod,
  objective: Pick<SloObjective, 'timeSliceSeconds'>,
  stepSeconds: number,
): number | undefined {
  if (method === 'Occurrences') {
    return stepSeconds;
  }
  const { timeSliceSeconds } = objective;
  return timeSliceSeconds !== undefined && timeSliceSeconds % stepSeconds === 0
    ? timeSliceSeconds
    : undefined;
}
