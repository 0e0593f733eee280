import { Counts, shareOf, totalOf } from './counts';

type Sort = 'worst' | 'value' | 'share' | 'total';

interface Comparable {
  value: string;
  counts: Counts;
}

/** By how much the second comes before the first, one after the other. */
const NATURAL: Record<Sort, ((a: Comparable, b: Comparable) => number)[]> = {
  worst: [
    (a, b) => b.counts.fail - a.counts.fail,
    (a, b) => b.counts.no_data - a.counts.no_data,
    compareShares,
  ],
  value: [],
  share: [compareShares],
  total: [(a, b) => totalOf(b.counts) - totalOf(a.counts)],
};

/** Most failures first, the smallest share first, the most verdicts first; then by name. */
export function compareGroups(
  sort: Sort,
  order?: 'asc' | 'desc',
): (a: Comparable, b: Comparable) => number {
  const naturalOrder = sort === 'worst' || sort === 'total' ? 'desc' : 'asc';
  const sign = order === undefined || order === naturalOrder ? 1 : -1;
  return (a, b) => {
    for (const compare of NATURAL[sort]) {
      const result = compare(a, b);
      if (result !== 0) {
        return sign * result;
      }
    }
    const byName = a.value < b.value ? -1 : 1;
    return sort === 'value' ? sign * byName : byName;
  };
}

/** Who has nothing to judge comes last. */
function compareShares(a: Comparable, b: Comparable): number {
  return (shareOf(a.counts) ?? 2) - (shareOf(b.counts) ?? 2);
}
