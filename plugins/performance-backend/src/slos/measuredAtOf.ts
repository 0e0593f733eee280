import { SampleBlock, Series } from './Slo';

/**
 * Epoch milliseconds up to which all parts of an SLO are measured: the end of the newest sample, of a
 * composite the earliest of them.
 *
 * @param blocks - in order of time, by series.
 */
export function measuredAtOf(
  series: readonly Pick<Series, 'id' | 'stepSeconds'>[],
  blocks: ReadonlyMap<number, SampleBlock[]>,
): number | undefined {
  const ends = series.map(({ id, stepSeconds }) => {
    const newest = blocks.get(id)?.at(-1)?.newestAt;
    return newest === undefined ? undefined : newest + stepSeconds * 1000;
  });
  return ends.length === 0 || ends.includes(undefined)
    ? undefined
    : Math.min(...ends.map(end => end ?? Infinity));
}
