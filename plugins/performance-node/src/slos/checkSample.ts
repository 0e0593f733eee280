import { SloSample } from '@perf-governance/plugin-performance-common';

/** No service answers more; a slip of the unit would drown all that went wrong. */
const MAX_EVENTS_PER_SECOND = 1e9;

/**
 * What is wrong with a sample of a step of that length, in words that follow its name: it doesn't begin
 * where a step does (steps lie on a grid since 1970, UTC), or has more events than there can be.
 *
 * @public
 */
export function checkSample(
  { at, total }: SloSample,
  stepSeconds: number,
): string | undefined {
  const stepMillis = stepSeconds * 1000;
  const begin = Math.floor(at / stepMillis) * stepMillis;
  if (at !== begin) {
    return `${isoOf(
      at,
    )} isn't the start of a step: steps of ${stepSeconds} s start at ${isoOf(
      begin,
    )}, ${isoOf(begin + stepMillis)} and so on`;
  }
  return total > MAX_EVENTS_PER_SECOND * stepSeconds
    ? `total is ${total}, more than ${MAX_EVENTS_PER_SECOND} a second over ${stepSeconds} s`
    : undefined;
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
