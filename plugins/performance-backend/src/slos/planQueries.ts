import { MetricQuery } from '@perf-governance/plugin-performance-node';
import { RenderedIndicator, Series } from './Slo';

/** A week of 5-minute steps: far below the 11,000 points that Prometheus gives at once. */
const MAX_STEPS = 2016;

/** What came late to a metric source within it is asked for again. */
const LATE_SECONDS = 60;

/** What is asked for a series next. */
export interface MeasuringPlan {
  /** Epoch milliseconds, on the grid of the steps. */
  start: number;
  end: number;
  queries: MetricQuery[];
}

/**
 * What to ask for: first the newest, and what an outage left out since; then, chunk by chunk, what lies
 * further back, as far as statuses look.
 *
 * @param now - epoch milliseconds.
 * @returns undefined while there is nothing to ask for.
 */
export function planQueries(
  series: Series,
  now: number,
): MeasuringPlan | undefined {
  const stepMillis = series.stepSeconds * 1000;
  const end = Math.floor(now / stepMillis) * stepMillis;
  const oldest = oldestOf(series, now);
  const plan = (from: number, to: number) =>
    from < to
      ? {
          start: from,
          end: to,
          queries: queriesOf(series.indicator).map(({ query, counter }) => ({
            query,
            counter,
            start: from,
            end: to,
            stepSeconds: series.stepSeconds,
          })),
        }
      : undefined;
  const { filled } = series;
  if (!filled || filled.until < oldest) {
    return plan(Math.max(oldest, end - MAX_STEPS * stepMillis), end);
  }
  if (filled.until < end) {
    const late = Math.ceil(LATE_SECONDS / series.stepSeconds) * stepMillis;
    const start = Math.max(filled.from, oldest, filled.until - late);
    return plan(start, Math.min(end, start + MAX_STEPS * stepMillis));
  }
  return plan(
    Math.max(oldest, filled.from - MAX_STEPS * stepMillis),
    filled.from,
  );
}

/** Epoch milliseconds from which on samples are of use. */
export function oldestOf(series: Series, now: number): number {
  const stepMillis = series.stepSeconds * 1000;
  return (
    Math.floor((now - series.windowSeconds * 1000) / stepMillis) * stepMillis
  );
}

/** In the order in which {@link samplesOf} takes the answers. */
export function queriesOf(
  indicator: RenderedIndicator,
): { role: QueryRole; source: string; query: string; counter: boolean }[] {
  switch (indicator.type) {
    case 'ratio': {
      const { good, bad, total, counter } = indicator;
      return [
        { role: 'total' as const, ...total, counter },
        ...(good ? [{ role: 'good' as const, ...good, counter }] : []),
        ...(bad ? [{ role: 'bad' as const, ...bad, counter }] : []),
      ];
    }
    case 'raw-ratio':
      return [{ role: 'raw', ...indicator.raw, counter: indicator.counter }];
    case 'threshold':
      return [{ role: 'metric', ...indicator.metric, counter: false }];
    default:
      return [];
  }
}

export type QueryRole = 'good' | 'bad' | 'total' | 'raw' | 'metric';
