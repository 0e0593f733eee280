import {
  Labels,
  mergeSeries,
  OTHER_LABEL_VALUE,
  Series,
} from '@perf-governance/plugin-performance-common';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';

/** A report may invent a label name for every series; a merged one can't bear them all. */
const MAX_MERGED_LABELS = 20;

/**
 * Keeps the finished series of a report within `maxSeries`: those over everything first, then the
 * ones that were seen first; the rest of each metric merges into one series labelled `other`.
 */
export function boundSeries(
  series: Series[],
  source: { tool: string; format: string },
  limits: ReportLimits,
  warnings: ReportWarnings,
): Series[] {
  if (series.length <= limits.maxSeries) {
    return series;
  }
  const metrics = new Set(series.map(item => item.metric));
  const kept = Math.max(0, limits.maxSeries - metrics.size);
  const overall = series.filter(item => isOverall(item));
  if (overall.length > limits.maxSeries || metrics.size > limits.maxSeries) {
    throw new ReportLimitError({
      ...source,
      reason: `the report has ${metrics.size} metrics`,
      limit: 'maxSeries',
      limitValue: limits.maxSeries,
    });
  }
  const labelled = series.filter(item => !isOverall(item));
  const keptLabelled = labelled.slice(0, Math.max(0, kept - overall.length));
  const rest = labelled.slice(keptLabelled.length);

  const groups = new Map<string, Series[]>();
  for (const item of rest) {
    const group = groups.get(item.metric);
    if (group) {
      group.push(item);
    } else {
      groups.set(item.metric, [item]);
    }
  }
  warnings.add(
    'labels-merged',
    `${rest.length} of ${series.length} series were merged into "${OTHER_LABEL_VALUE}"; a run keeps ${limits.maxSeries}`,
  );
  const merged = [...groups.values()].map(
    parts =>
      mergeSeries(parts, {
        metric: parts[0].metric,
        unit: parts[0].unit,
        labels: otherLabels(parts),
      }).series,
  );
  return [...overall, ...keptLabelled, ...merged];
}

function isOverall(series: Series): boolean {
  return Object.keys(series.labels).length === 0;
}

/** All labels the parts have, each with the value that stands for all merged ones. */
function otherLabels(parts: Series[]): Labels {
  const names = new Set(parts.flatMap(part => Object.keys(part.labels)));
  return Object.fromEntries(
    [...names]
      .slice(0, MAX_MERGED_LABELS)
      .map(name => [name, OTHER_LABEL_VALUE]),
  );
}
