import { SloCounts } from '../model';
import { addCounts } from './addCounts';
import { TimeSlice } from './timeSlices';

/** What the units that begin in a stretch come to. */
export function sumUnits(
  units: readonly TimeSlice[],
  from: number,
  to: number,
): SloCounts {
  return addCounts(
    units.slice(firstAtOrAfter(units, from), firstAtOrAfter(units, to)),
  );
}

/** Index of the first that begins at or after a time, by halving. */
function firstAtOrAfter(units: readonly TimeSlice[], time: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (units[middle].at < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
