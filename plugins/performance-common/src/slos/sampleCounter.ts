import {
  BudgetingMethod,
  SloObjective,
  SloSample,
  VerdictReason,
} from '../model';
import { SloCounter } from './SloCounter';
import { countedUnits } from './countedUnits';
import { sumUnits } from './sumUnits';
import { tooCoarse } from './tooCoarse';
import { unitSecondsOf } from './unitSecondsOf';

/**
 * Counts from samples as they are.
 *
 * @param options.samples - In order of time, at most one a step.
 * @returns A reason where the samples are too coarse for the objective's slices.
 * @public
 */
export function sampleCounter(options: {
  samples: Iterable<SloSample>;
  stepSeconds: number;
  method: BudgetingMethod;
  objective: SloObjective;
}): SloCounter | VerdictReason {
  const { samples, stepSeconds, method, objective } = options;
  const unitSeconds = unitSecondsOf(method, objective, stepSeconds);
  if (unitSeconds === undefined) {
    return tooCoarse(objective, stepSeconds);
  }
  const units = countedUnits(
    samples,
    stepSeconds,
    method,
    objective,
    unitSeconds,
  );
  const newest = units.at(-1);
  return {
    unitSeconds,
    knownUntil: newest && newest.at + unitSeconds * 1000,
    count: (from, to) => sumUnits(units, from, to),
  };
}
