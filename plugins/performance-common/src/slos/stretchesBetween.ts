import { TimeStretch } from './SloCounter';

/**
 * What is left of a stretch without exclusions. An exclusion takes out every unit that it touches:
 * what happened in the part of a unit can't be told.
 *
 * @public
 */
export function stretchesBetween(
  { from, to }: TimeStretch,
  exclusions: readonly TimeStretch[],
  unitSeconds: number,
): TimeStretch[] {
  const unitMillis = unitSeconds * 1000;
  const stretches: TimeStretch[] = [];
  let begin = from;
  for (const exclusion of [...exclusions].sort((a, b) => a.from - b.from)) {
    if (exclusion.to <= exclusion.from) {
      continue;
    }
    const excludedFrom = Math.floor(exclusion.from / unitMillis) * unitMillis;
    const excludedTo = Math.ceil(exclusion.to / unitMillis) * unitMillis;
    if (excludedFrom > begin) {
      stretches.push({ from: begin, to: Math.min(excludedFrom, to) });
    }
    begin = Math.max(begin, excludedTo);
    if (begin >= to) {
      return stretches;
    }
  }
  return begin < to ? [...stretches, { from: begin, to }] : stretches;
}
