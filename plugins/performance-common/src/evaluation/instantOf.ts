/** More than one entity's verdicts ever name. */
const MAX_REMEMBERED_INSTANTS = 1000;
const instants = new Map<string, number>();

/**
 * Milliseconds of an ISO 8601 text. Parsing dates takes most of the time otherwise, and verdicts of an entity name the
 * same few.
 */
export function instantOf(text: string): number {
  let instant = instants.get(text);
  if (instant === undefined) {
    if (instants.size >= MAX_REMEMBERED_INSTANTS) {
      instants.clear();
    }
    instant = Date.parse(text);
    instants.set(text, instant);
  }
  return instant;
}
