/** Whether a filter predicate looks at relations, which only the catalog makes. */
export function mentionsRelations(predicate: unknown): boolean {
  if (Array.isArray(predicate)) {
    return predicate.some(mentionsRelations);
  }
  return (
    typeof predicate === 'object' &&
    predicate !== null &&
    Object.entries(predicate).some(
      ([key, value]) =>
        key === 'relations' ||
        key.startsWith('relations.') ||
        mentionsRelations(value),
    )
  );
}
