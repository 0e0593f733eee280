import leven from 'leven';

/** The candidates most like a misspelt name, best first; none if nothing is much like it. */
function closestNames(
  name: string,
  candidates: Iterable<string>,
  limit: number = 3,
): string[] {
  const lower = name.toLowerCase();
  return [...candidates]
    .map(candidate => ({
      candidate,
      distance: leven(lower, candidate.toLowerCase()),
    }))
    .filter(
      ({ candidate, distance }) =>
        distance <= Math.max(2, candidate.length * 0.4),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean 'a' or 'b'?`, or nothing. */
export function didYouMean(
  name: string,
  candidates: Iterable<string>,
  limit: number = 1,
): string {
  const names = closestNames(name, candidates, limit);
  return names.length === 0
    ? ''
    : ` Did you mean ${names.map(found => `'${found}'`).join(' or ')}?`;
}
