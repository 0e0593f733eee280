import { SloObjective, VerdictReason } from '../model';
import { formatSeconds } from './formatSeconds';

/** Why slices can't be told from samples: they are finer, or cut some. */
export function tooCoarse(
  { timeSliceSeconds }: SloObjective,
  stepSeconds: number,
): VerdictReason {
  return {
    code: 'too-coarse',
    message:
      timeSliceSeconds === undefined
        ? 'The objective has no length of slices.'
        : `Samples of ${formatSeconds(
            stepSeconds,
          )} don't fill slices of ${formatSeconds(timeSliceSeconds)} whole.`,
  };
}
