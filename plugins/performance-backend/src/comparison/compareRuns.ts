import {
  compareSeries,
  components,
  distributionEdges,
  distributionOf,
  explainRise,
  Series,
} from '@perf-governance/plugin-performance-common';
import { runToApi } from '../runs/runApi';
import { RunRecord } from '../runs/RunStore';

type Schemas = components['schemas'];

/** A run with its series. */
export interface MeasuredRun {
  run: RunRecord;
  series: Series[];
}

/**
 * Compares a run with a baseline.
 *
 * @param history - comparable earlier runs to measure noise on.
 * @param metric - only this one.
 */
export function compareRuns(options: {
  measured: MeasuredRun;
  baseline: MeasuredRun;
  history: MeasuredRun[];
  metric?: string;
}): Schemas['RunComparison'] {
  const { measured, baseline, history, metric } = options;
  const rows = compareSeries({
    run: measured.series,
    baseline: baseline.series,
    history: history.map(({ series }) => series),
  });
  const main = rows.find(
    ({ labels, statistic }) =>
      Object.keys(labels).length === 0 && statistic === 'p95',
  );
  const shownMetric = metric ?? main?.metric ?? rows[0]?.metric;
  const overall = overallSeries(measured, shownMetric);
  const overallBefore = overallSeries(baseline, shownMetric);
  const edges = distributionEdges(
    [overall, overallBefore].filter(series => series !== undefined),
  );
  return {
    baseline: runToApi(baseline.run),
    baselineRuns: history.length,
    noise: main?.noise?.relative,
    explanation:
      shownMetric === undefined
        ? undefined
        : explainRise({
            run: measured.series,
            baseline: baseline.series,
            metric: shownMetric,
          })?.sentence,
    rows: rows.map(({ noise: _, ...row }) => row),
    distribution: distributionToApi(measured.run, overall, edges),
    baselineDistribution: distributionToApi(baseline.run, overallBefore, edges),
  };
}

function overallSeries(
  { series }: MeasuredRun,
  metric: string | undefined,
): Series | undefined {
  return series.find(
    one => one.metric === metric && Object.keys(one.labels).length === 0,
  );
}

function distributionToApi(
  run: RunRecord,
  series: Series | undefined,
  edges: number[],
): Schemas['Distribution'] | undefined {
  const buckets = series && distributionOf(series, edges);
  return (
    buckets && {
      runId: run.id,
      metric: series.metric,
      unit: series.unit,
      buckets,
    }
  );
}
