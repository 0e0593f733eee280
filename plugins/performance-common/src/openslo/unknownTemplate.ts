/** The length of a step, or a field of the entity. */
const KNOWN = /^(\.window|entity[.[].*)$/;

/** The first template in a query that nothing is known to stand for, as written. */
export function unknownTemplate(query: string): string | undefined {
  // Neither braces nor backtracking: whoever writes definitions must not hold up who reads them.
  for (const [template, field] of query.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (!KNOWN.test(field.trim())) {
      return template;
    }
  }
  return undefined;
}
