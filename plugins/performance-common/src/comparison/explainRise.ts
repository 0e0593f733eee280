import { Labels, Series } from '../model';
import { getMetric } from '../metrics';

/** @public */
export interface RiseContribution {
  labels: Labels;
  /** What it adds to the overall mean, in the metric's unit. Negative if it got better. */
  rise: number;
  /** Share of all that got worse, 0..1; 0 if it got better. */
  share: number;
}

/** @public */
export interface RiseExplanation {
  /** Largest contribution first. */
  contributions: RiseContribution[];
  /** `POST /pay explains 83 % of the rise`; absent unless one stands out. */
  sentence?: string;
}

/** Below this nothing stands out. */
const NOTABLE_SHARE = 0.25;

/**
 * Says which values of a label made the mean of a metric worse.
 *
 * The overall mean is the count-weighted mean of its parts, so each part contributes its own change
 * weighted by its share of the run's observations. Parts missing from either run are left out: a
 * change of the mix is not a part getting slower.
 *
 * @param options - `label`: `endpoint` unless given. Series need counts and means.
 * @returns `undefined` if no part is in both runs.
 * @public
 */
export function explainRise(options: {
  run: readonly Series[];
  baseline: readonly Series[];
  metric: string;
  label?: string;
}): RiseExplanation | undefined {
  const { metric, label = 'endpoint' } = options;
  const parts = partsOf(options.run, metric, label);
  const before = partsOf(options.baseline, metric, label);
  let total = 0;
  for (const { count } of parts.values()) {
    total += count;
  }
  const sign = getMetric(metric)?.direction === 'higher' ? -1 : 1;
  const contributions: RiseContribution[] = [];
  let worse = 0;
  for (const [key, part] of parts) {
    const base = before.get(key);
    if (base) {
      const rise = (part.count / total) * (part.mean - base.mean);
      worse += Math.max(0, sign * rise);
      contributions.push({ labels: part.labels, rise, share: 0 });
    }
  }
  if (contributions.length === 0) {
    return undefined;
  }
  for (const contribution of contributions) {
    const own = Math.max(0, sign * contribution.rise);
    contribution.share = worse === 0 ? 0 : own / worse;
  }
  contributions.sort((a, b) => sign * (b.rise - a.rise));
  const [first] = contributions;
  const change = sign === 1 ? 'rise' : 'drop';
  return {
    contributions,
    sentence:
      first.share >= NOTABLE_SHARE && contributions.length > 1
        ? `${first.labels[label]} explains ${Math.round(
            first.share * 100,
          )} % of the ${change}`
        : undefined,
  };
}

interface Part {
  labels: Labels;
  count: number;
  mean: number;
}

/**
 * One part for each value of the label. A tool may add labels of its own, such as k6's scenario:
 * series with the fewest of them are taken, and those with the same ones added up, since they don't
 * overlap.
 */
function partsOf(
  series: readonly Series[],
  metric: string,
  label: string,
): Map<string, Part> {
  const parts = new Map<string, Part & { labelNames: string[] }>();
  for (const { metric: name, labels, count, mean } of series) {
    const value = labels[label];
    if (
      name !== metric ||
      value === undefined ||
      count === undefined ||
      mean === undefined
    ) {
      continue;
    }
    const labelNames = Object.keys(labels).sort();
    const known = parts.get(value);
    if (!known || labelNames.length < known.labelNames.length) {
      parts.set(value, { labels: { [label]: value }, count, mean, labelNames });
    } else if (labelNames.join() === known.labelNames.join()) {
      const total = known.count + count;
      known.mean =
        total === 0 ? 0 : (known.count * known.mean + count * mean) / total;
      known.count = total;
    }
  }
  return parts;
}
