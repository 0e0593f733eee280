import {
  BudgetingMethod,
  SloCounts,
  SloObjective,
  SloSample,
  VerdictReason,
} from '../model';
import { SloCounter, TimeStretch } from './SloCounter';
import { addCounts } from './addCounts';
import { countedUnits } from './countedUnits';
import { sumUnits } from './sumUnits';
import { TimeSlice } from './timeSlices';
import { tooCoarse } from './tooCoarse';
import { unitSecondsOf } from './unitSecondsOf';

/**
 * A stretch of samples whose sums are known, so that its samples are read only where a window's edge
 * cuts it.
 *
 * @public
 */
export interface SloBlock extends TimeStretch {
  /** What the objective counts in it, as `sampleCounter` says. */
  sums: SloCounts;
  /** Epoch milliseconds of the newest sample's start. */
  newestAt: number;
  samples(): Iterable<SloSample>;
}

/**
 * Counts from the sums of blocks.
 *
 * @param options.blocks - In order of time, without overlap, each with a sample at least. Their edges
 * lie on the grid of the objective's units.
 * @returns A reason where the samples are too coarse for the objective's slices.
 * @public
 */
export function blockCounter(options: {
  blocks: readonly SloBlock[];
  stepSeconds: number;
  method: BudgetingMethod;
  objective: SloObjective;
}): SloCounter | VerdictReason {
  const { blocks, stepSeconds, method, objective } = options;
  const unitSeconds = unitSecondsOf(method, objective, stepSeconds);
  if (unitSeconds === undefined) {
    return tooCoarse(objective, stepSeconds);
  }
  const unitMillis = unitSeconds * 1000;
  const opened = new Map<SloBlock, TimeSlice[]>();
  const open = (block: SloBlock) => {
    const units =
      opened.get(block) ??
      countedUnits(
        block.samples(),
        stepSeconds,
        method,
        objective,
        unitSeconds,
      );
    opened.set(block, units);
    return units;
  };
  const newest = blocks.at(-1);
  return {
    unitSeconds,
    knownUntil:
      newest && (Math.floor(newest.newestAt / unitMillis) + 1) * unitMillis,
    count(from, to) {
      return addCounts(
        blocks
          .filter(block => block.from < to && block.to > from)
          .map(block =>
            from <= block.from && (block.to <= to || block.newestAt < to)
              ? block.sums
              : sumUnits(open(block), from, to),
          ),
      );
    },
  };
}
