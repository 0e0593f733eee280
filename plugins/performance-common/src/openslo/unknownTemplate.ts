/** The length of a step, or a field of the entity. */
const KNOWN = /^(\.window|entity[.[].*)$/;

/** The first template in a query that nothing is known to stand for, as written. */
export function unknownTemplate(query: string): string | undefined {
  for (const { 0: template, 1: field } of query.matchAll(
    /\{\{\s*(.*?)\s*\}\}/gs,
  )) {
    if (!KNOWN.test(field)) {
      return template;
    }
  }
  return undefined;
}
