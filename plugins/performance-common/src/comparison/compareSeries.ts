import {
  Labels,
  MetricType,
  QuantileMethod,
  Series,
  Statistic,
  Unit,
} from '../model';
import { getMetric } from '../metrics';
import { labelsKey } from '../evaluation/labels';
import { SKETCH_RELATIVE_ERROR, statisticOf } from '../statistics';
import { Noise, noiseOf } from './noiseOf';

/**
 * One statistic of one series beside its baseline.
 *
 * @public
 */
export interface SeriesComparison {
  metric: string;
  unit: Unit;
  labels: Labels;
  statistic: Statistic;
  /** In `unit`; a plain number for `count`. Absent if the run doesn't hold it. */
  value?: number;
  /** The same of the baseline run. */
  baseline?: number;
  /** Relative change, e.g. 0.12; absent where the baseline is 0 or not comparable. */
  delta?: number;
  comparable: boolean;
  /** Whether the change is beyond the measured noise; absent while that is unknown. */
  significant?: boolean;
  noise?: Noise;
  /** Why the two are not comparable. */
  reason?: string;
}

/** @public */
export interface CompareSeriesOptions {
  /** Series of the run. */
  run: readonly Series[];
  /** Series of the run to compare with. */
  baseline: readonly Series[];
  /** Series of each comparable earlier run, the baseline included, to measure noise on. */
  history?: readonly (readonly Series[])[];
}

const COMPARED: Record<MetricType, readonly Statistic[]> = {
  distribution: ['p50', 'p95', 'p99', 'mean'],
  ratio: ['ratio'],
  rate: ['rate'],
  count: ['count'],
  gauge: ['mean'],
};

/**
 * Relative error of each method. For what tools print it is that of the HDR histograms with two or
 * three digits that several of them use; none says.
 */
const METHOD_ERROR: Record<QuantileMethod, number> = {
  exact: 0,
  ddsketch: SKETCH_RELATIVE_ERROR,
  reported: 0.01,
  none: 0,
};

/** About 99.7 % of normal noise lies within. */
const SIGNIFICANT_SPREADS = 3;

/**
 * Compares the series of a run with those of a baseline, metric by metric and labels by labels.
 *
 * @returns One row for each statistic that the run or the baseline holds, in the order of the run.
 * @public
 */
export function compareSeries(
  options: CompareSeriesOptions,
): SeriesComparison[] {
  const { run, baseline, history = [] } = options;
  const baselineByKey = indexSeries(baseline);
  const historyByKey = history.map(indexSeries);
  const rows: SeriesComparison[] = [];
  const seen = new Set<string>();
  for (const series of run) {
    const key = seriesKey(series);
    seen.add(key);
    const past = historyByKey.map(index => index.get(key));
    for (const statistic of statisticsOf(series)) {
      const row = compareStatistic(
        series,
        baselineByKey.get(key),
        past,
        statistic,
      );
      if (row.value !== undefined || row.baseline !== undefined) {
        rows.push(row);
      }
    }
  }
  for (const series of baseline) {
    if (!seen.has(seriesKey(series))) {
      rows.push(...goneRows(series));
    }
  }
  return rows;
}

function compareStatistic(
  series: Series,
  baseline: Series | undefined,
  history: readonly (Series | undefined)[],
  statistic: Statistic,
): SeriesComparison {
  const now = statisticOf(series, statistic);
  const before = baseline && statisticOf(baseline, statistic);
  const row: SeriesComparison = {
    metric: series.metric,
    unit: statistic === 'count' && !isCounted(series) ? '1' : series.unit,
    labels: series.labels,
    statistic,
    value: now.value,
    baseline: before?.value,
    comparable: false,
  };
  if (now.value === undefined) {
    return { ...row, reason: now.reason };
  }
  if (!before || !baseline) {
    return { ...row, reason: 'The baseline holds no such series.' };
  }
  if (before.value === undefined) {
    return { ...row, reason: `In the baseline: ${before.reason}` };
  }
  if (baseline.unit !== series.unit) {
    return {
      ...row,
      reason: `The baseline is in ${baseline.unit}, the run in ${series.unit}.`,
    };
  }
  if (!areApart(now, before)) {
    return {
      ...row,
      reason: `The percentiles were made differently (${now.method}, ${before.method}) and lie within what these methods state as their error.`,
    };
  }
  const noise = noiseOf(comparableValues(history, statistic, now.method));
  return {
    ...row,
    comparable: true,
    delta:
      before.value === 0
        ? undefined
        : (now.value - before.value) / Math.abs(before.value),
    noise,
    significant:
      noise &&
      Math.abs(now.value - noise.median) > SIGNIFICANT_SPREADS * noise.spread &&
      now.value !== before.value,
  };
}

interface Measured {
  value: number;
  method: QuantileMethod;
}

/** Values by one method are compared as they are; by two, only if their errors can't explain it. */
function areApart(a: Measured, b: Measured): boolean {
  if (a.method === b.method) {
    return true;
  }
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  return (
    low.value + Math.abs(low.value) * METHOD_ERROR[low.method] <
    high.value - Math.abs(high.value) * METHOD_ERROR[high.method]
  );
}

function comparableValues(
  history: readonly (Series | undefined)[],
  statistic: Statistic,
  method: QuantileMethod,
): number[] {
  const values: number[] = [];
  for (const series of history) {
    const result = series && statisticOf(series, statistic);
    if (result?.value !== undefined && result.method === method) {
      values.push(result.value);
    }
  }
  return values;
}

function goneRows(series: Series): SeriesComparison[] {
  const rows: SeriesComparison[] = [];
  for (const statistic of statisticsOf(series)) {
    const { value } = statisticOf(series, statistic);
    if (value !== undefined) {
      rows.push({
        metric: series.metric,
        unit: series.unit,
        labels: series.labels,
        statistic,
        baseline: value,
        comparable: false,
        reason: 'The run holds no such series.',
      });
    }
  }
  return rows;
}

function statisticsOf(series: Series): readonly Statistic[] {
  return COMPARED[
    getMetric(series.metric, series.unit)?.type ?? 'distribution'
  ];
}

function isCounted(series: Series): boolean {
  return getMetric(series.metric)?.type === 'count';
}

function indexSeries(series: readonly Series[]): Map<string, Series> {
  return new Map(series.map(item => [seriesKey(item), item]));
}

function seriesKey(series: Series): string {
  return `${series.metric}\0${labelsKey(series.labels)}`;
}
