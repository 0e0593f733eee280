/** A list of what may be written alone, with every element at its own index, holes included. */
export function oneOrMore<T>(written: T | T[]): T[] {
  return Array.isArray(written) ? written : [written];
}
