import { SloCounts } from '../model';

/**
 * Counts what an objective goes by, in units of fixed length that lie on a grid since the epoch: the
 * steps of the samples for `Occurrences`, slices for the other methods.
 *
 * A unit is counted whole where it begins: of a stretch `[from, to)` those count whose beginning lies
 * in it. So any stretch equals the sum of its parts, wherever it is cut, and a store may answer from
 * the sums of whole blocks. Counters know nothing of exclusions: `evaluateSlo` asks for the stretches
 * between them.
 *
 * @public
 */
export interface SloCounter {
  /** Length of a unit. */
  readonly unitSeconds: number;
  /** Epoch milliseconds: end of the newest unit that anything is known of. */
  readonly knownUntil?: number;
  /** Epoch milliseconds, from inclusive, to exclusive. */
  count(from: number, to: number): SloCounts;
}

/**
 * From inclusive, to exclusive, in epoch milliseconds.
 *
 * @public
 */
export interface TimeStretch {
  from: number;
  to: number;
}
