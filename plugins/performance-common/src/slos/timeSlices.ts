import { SloCounts, SloSample } from '../model';

/**
 * A slice of time that samples are known of.
 *
 * @public
 */
export interface TimeSlice extends SloCounts {
  /** Epoch milliseconds of its beginning: a multiple of its length. */
  at: number;
}

/**
 * Adds samples up by slices of time. A slice without samples is absent; of one with some, what is
 * known counts.
 *
 * @param samples - In order of time.
 * @public
 */
export function timeSlices(
  samples: Iterable<SloSample>,
  stepSeconds: number,
  sliceSeconds: number,
): TimeSlice[] {
  const sliceMillis = sliceSeconds * 1000;
  const slices: TimeSlice[] = [];
  let slice: TimeSlice | undefined;
  for (const { at, good, total } of samples) {
    const sliceAt = Math.floor(at / sliceMillis) * sliceMillis;
    if (slice?.at !== sliceAt) {
      slice = { at: sliceAt, good: 0, total: 0, coveredSeconds: 0 };
      slices.push(slice);
    }
    slice.good += good;
    slice.total += total;
    slice.coveredSeconds += stepSeconds;
  }
  return slices;
}
