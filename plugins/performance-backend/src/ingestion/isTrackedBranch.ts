/**
 * Whether runs from a branch change current state. A run without a branch does: whoever has none
 * isn't testing a change.
 *
 * @param patterns - Branch names; `*` stands for any characters.
 */
export function isTrackedBranch(
  branch: string | undefined,
  patterns: string[],
): boolean {
  if (branch === undefined) {
    return true;
  }
  const name = branch.replace(/^refs\/heads\//, '');
  return patterns.some(pattern => {
    const expression = pattern
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    return new RegExp(`^${expression}$`).test(name);
  });
}
