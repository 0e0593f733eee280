/** Refs as they are compared. */
export function lowerCased(refs: string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
