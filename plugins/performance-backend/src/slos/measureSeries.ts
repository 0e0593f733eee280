import { SloSample } from '@perf-governance/plugin-performance-common';
import {
  MetricQueryResult,
  MetricSource,
} from '@perf-governance/plugin-performance-node';
import { MeasuringPlan, oldestOf, planQueries } from './planQueries';
import { samplesOf } from './samplesOf';
import { PUSHED, Series } from './Slo';
import { SeriesProgress } from './SloStore';

/** After which a source that is down is asked again. */
const RETRY_MILLIS = 30_000;

/** What came of asking for a series. */
export interface Measured {
  series: Series;
  samples: SloSample[];
  progress: SeriesProgress;
  /** Whether the source gave no answer. */
  isUnavailable: boolean;
}

/** Asks a source for what is next of each of some series, all in one batch. */
export async function measureSeries(
  batch: Series[],
  source: MetricSource,
  options: { now: number; signal: AbortSignal },
): Promise<Measured[]> {
  const { now, signal } = options;
  const delay = source.delayMilliseconds ?? 0;
  const plans = batch.map(series => planQueries(series, now - delay));
  const queries = plans.flatMap(plan => plan?.queries ?? []);
  // SLOs of several objectives, or of one name in several layers, ask the same.
  const distinct = [...new Map(queries.map(one => [keyOf(one), one])).values()];
  const results =
    distinct.length > 0 ? await source.queryRange(distinct, { signal }) : [];
  const byKey = new Map(
    distinct.map((query, index) => [keyOf(query), results[index]]),
  );
  return batch.map((series, index) => {
    const plan = plans[index];
    return plan
      ? concludeMeasuring(
          series,
          plan,
          plan.queries.flatMap(query => byKey.get(keyOf(query)) ?? []),
          { now, delay },
        )
      : {
          series,
          samples: [],
          progress: progressOf(series, now, { state: 'ok' }, { delay }),
          isUnavailable: false,
        };
  });
}

function keyOf(query: MeasuringPlan['queries'][number]): string {
  return JSON.stringify([
    query.query,
    query.start,
    query.end,
    query.stepSeconds,
    query.counter,
  ]);
}

function concludeMeasuring(
  series: Series,
  plan: MeasuringPlan,
  results: MetricQueryResult[],
  { now, delay }: { now: number; delay: number },
): Measured {
  const { indicator, counting, filled } = series;
  const until = Math.min(plan.end, ...results.map(result => result.until));
  const failed = results.find(({ error }) => error)?.error;
  const isBackward = filled !== undefined && plan.end <= filled.from;
  // What an error cut short leaves a hole behind it, unless it is filled from the other side.
  const reached =
    isBackward && until < plan.end ? undefined : { from: plan.start, until };
  const { samples, impossible } = samplesOf(
    indicator,
    counting.threshold,
    results.map(({ points }) =>
      points.filter(({ at }) => at >= plan.start && at < until),
    ),
  );
  const warnings = [
    ...new Set(results.flatMap(result => result.warnings)),
    ...(impossible > 0
      ? [`${impossible} steps had numbers that can't be, e.g. negative ones.`]
      : []),
  ];
  const measured: Series = {
    ...series,
    filled:
      reached && reached.until > reached.from ? join(filled, reached) : filled,
  };
  let outcome: Pick<SeriesProgress, 'state' | 'message'> = {
    state: 'ok',
    message: warnings.length > 0 ? warnings.join(' ') : undefined,
  };
  if (failed) {
    outcome = {
      state: failed.kind === 'rejected' ? 'rejected' : 'down',
      message: failed.message,
    };
  }
  return {
    series,
    samples: reached ? samples : [],
    progress: progressOf(measured, now, outcome, {
      // A source that says nothing of how far its answer reaches isn't asked on and on.
      isStuck: isSameRange(measured.filled, filled),
      delay,
    }),
    isUnavailable: failed?.kind === 'unavailable',
  };
}

/** The range that a source was asked for, if what is new touches it; else the new one. */
function join(
  filled: Series['filled'],
  reached: NonNullable<Series['filled']>,
): Series['filled'] {
  const touches =
    filled && reached.from <= filled.until && reached.until >= filled.from;
  return touches
    ? {
        from: Math.min(filled.from, reached.from),
        until: Math.max(filled.until, reached.until),
      }
    : reached;
}

function isSameRange(a: Series['filled'], b: Series['filled']): boolean {
  return a?.from === b?.from && a?.until === b?.until;
}

/**
 * When to go on with a series, and how it does.
 *
 * @param options - `delay` is how long after a step's end the source has everything of it, in
 *   milliseconds.
 */
export function progressOf(
  series: Series,
  now: number,
  outcome: Pick<SeriesProgress, 'state' | 'message'>,
  { isStuck = false, delay = 0 }: { isStuck?: boolean; delay?: number } = {},
): SeriesProgress {
  const { id, filled, stepSeconds, source } = series;
  const stepMillis = stepSeconds * 1000;
  const state =
    outcome.state === 'ok' &&
    series.indicator.type !== 'pushed' &&
    series.indicator.type !== 'unrenderable' &&
    filled &&
    filled.from > oldestOf(series, now)
      ? 'back-filling'
      : outcome.state;
  const isBehind =
    state === 'back-filling' ||
    (outcome.state === 'ok' && planQueries(series, now - delay) !== undefined);
  let dueAt = (Math.floor((now - delay) / stepMillis) + 1) * stepMillis + delay;
  if (isBehind && source !== PUSHED) {
    // A source that has the newest only after a while isn't asked on and on.
    dueAt = isStuck ? now + RETRY_MILLIS : now;
  } else if (outcome.state === 'down') {
    dueAt = now + RETRY_MILLIS;
  }
  return {
    id,
    filled,
    state,
    stateSince: series.state === state ? series.stateSince ?? now : now,
    message: outcome.message,
    dueAt,
  };
}
