import {
  SloExclusion,
  SloObjective,
  SloSpec,
  SloStatus,
  VerdictReason,
} from '../model';
import { concludeStatus } from './concludeStatus';
import { combineReckonings } from './combineReckonings';
import { reckonObjective } from './reckonObjective';
import { SloCounter } from './SloCounter';

/** @public */
export interface EvaluateSloOptions {
  spec: SloSpec;
  /** Name of the objective; absent for the only one, or all parts of a composite. */
  objective?: string;
  /** Counter of an objective, or why there is none: `no-source`, `source-down`, `too-coarse`. */
  counterOf: (objective: SloObjective) => SloCounter | VerdictReason;
  exclusions?: readonly SloExclusion[];
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Whether an SLO's objectives are parts of one whole: they have their own indicators.
 *
 * @public
 */
export function isCompositeSlo({
  indicator,
  objectives,
}: Pick<SloSpec, 'indicator' | 'objectives'>): boolean {
  return indicator === undefined && objectives.length > 1;
}

/**
 * How an SLO stands.
 *
 * @throws Error where it has no such objective, or several and none is named.
 * @public
 */
export function evaluateSlo(options: EvaluateSloOptions): SloStatus {
  const { spec, objective: name, counterOf, exclusions = [], now } = options;
  const reckon = (objective: SloObjective) =>
    reckonObjective({
      spec,
      objective,
      counter: counterOf(objective),
      exclusions,
      now,
    });
  if (name === undefined && isCompositeSlo(spec)) {
    const parts = spec.objectives.map(reckon);
    return {
      ...concludeStatus(spec, combineReckonings(spec, parts), now),
      parts: parts.map(part => ({
        objective: part.objective.name,
        weight: part.objective.weight ?? 1,
        status: concludeStatus(spec, part, now),
      })),
    };
  }
  return concludeStatus(spec, reckon(selectObjective(spec, name)), now);
}

function selectObjective(
  { objectives }: SloSpec,
  name: string | undefined,
): SloObjective {
  const objective =
    name === undefined
      ? objectives.length === 1 && objectives[0]
      : objectives.find(candidate => candidate.name === name);
  if (!objective) {
    throw new Error(
      `Not one of the SLO's objectives (${objectives
        .map(candidate => candidate.name)
        .join(', ')}): ${name ?? 'none named'}`,
    );
  }
  return objective;
}
