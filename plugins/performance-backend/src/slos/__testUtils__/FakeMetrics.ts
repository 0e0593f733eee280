import {
  MetricQuery,
  MetricQueryResult,
  MetricSource,
  MetricSourceFactory,
} from '@perf-governance/plugin-performance-node';
import { MetricSourceTypes } from '../../metrics/MetricSourceTypes';

/** What a query's step has; undefined is a gap. */
export type ValueAt = (query: string, at: number) => number | undefined;

/**
 * A metrics system in memory, of the type `fake`, with a source for each item of
 * `performance.metricSources`. What it says can be changed at any time.
 */
export class FakeMetrics {
  /** Every batch that was asked for, by name of the source. */
  readonly asked: { source: string; queries: MetricQuery[] }[] = [];
  /** By name of the source: takes the place of a good answer. */
  readonly behaviours = new Map<
    string,
    (
      queries: MetricQuery[],
      answer: () => MetricQueryResult[],
      signal: AbortSignal,
    ) => Promise<MetricQueryResult[]>
  >();

  constructor(public valueAt: ValueAt) {}

  types(): MetricSourceTypes {
    const types = new MetricSourceTypes();
    const factory: MetricSourceFactory = {
      type: 'fake',
      create: ({ name }) => this.#source(name),
    };
    types.addMetricSourceFactory(factory);
    return types;
  }

  #source(name: string): MetricSource {
    return {
      queryRange: async (queries, { signal }) => {
        this.asked.push({ source: name, queries });
        const answer = () => queries.map(query => this.#answer(query));
        const behave = this.behaviours.get(name);
        return behave ? behave(queries, answer, signal) : answer();
      },
    };
  }

  #answer({ query, start, end, stepSeconds }: MetricQuery): MetricQueryResult {
    const points = [];
    for (let at = start; at < end; at += stepSeconds * 1000) {
      const value = this.valueAt(query, at);
      if (value !== undefined) {
        points.push({ at, value });
      }
    }
    return { points, until: end, warnings: [] };
  }
}

/** No answer at all. */
export function unavailable(
  queries: MetricQuery[],
  message = 'It refuses connections',
): MetricQueryResult[] {
  return queries.map(({ start }) => ({
    points: [],
    until: start,
    warnings: [],
    error: { kind: 'unavailable', message },
  }));
}
