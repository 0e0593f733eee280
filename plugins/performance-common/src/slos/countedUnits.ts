import { BudgetingMethod, SloObjective, SloSample } from '../model';
import { TimeSlice, timeSlices } from './timeSlices';

/**
 * What each unit adds to an objective's counts: a sample its events, a slice one slice (good, bad or,
 * of `RatioTimeslices`, its ratio). A slice without events is neither good nor bad and adds nothing but
 * the time it covers.
 */
export function countedUnits(
  samples: Iterable<SloSample>,
  stepSeconds: number,
  method: BudgetingMethod,
  objective: SloObjective,
  unitSeconds: number,
): TimeSlice[] {
  const units = timeSlices(samples, stepSeconds, unitSeconds);
  return method === 'Occurrences'
    ? units
    : units.map(unit => ({
        ...unit,
        good: unit.total > 0 ? sliceScore(unit, method, objective) : 0,
        total: unit.total > 0 ? 1 : 0,
      }));
}

function sliceScore(
  { good, total }: TimeSlice,
  method: BudgetingMethod,
  { timeSliceTarget = 1 }: SloObjective,
): number {
  const ratio = Math.min(good / total, 1);
  if (method === 'RatioTimeslices') {
    return ratio;
  }
  return ratio >= timeSliceTarget ? 1 : 0;
}
