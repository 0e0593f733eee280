/**
 * What is asked of a metric source: one number per step of a stretch of time.
 *
 * @public
 */
export interface MetricQuery {
  /** In the source's own language, rendered for one entity. */
  query: string;
  /** Epoch milliseconds at which the first step starts; a multiple of the step. */
  start: number;
  /** Epoch milliseconds at which the last step ends; a multiple of the step. */
  end: number;
  stepSeconds: number;
  /**
   * Whether the query gives ever-growing counters, of which the increase in each step is asked for,
   * restarts from zero seen through. Otherwise the value at a step's end is asked for.
   */
  counter: boolean;
}

/** @public */
export interface MetricPoint {
  /** Epoch milliseconds at which the step starts. */
  at: number;
  /** Finite. */
  value: number;
}

/**
 * Why a query wasn't answered:
 * - `unavailable`: the source couldn't be reached, didn't let us in, wasn't done in time or answered with
 *   rubbish. The same query may succeed later;
 * - `rejected`: the query is at fault: the source refused it, or its answer isn't one number per step.
 *
 * @public
 */
export interface MetricQueryError {
  kind: 'unavailable' | 'rejected';
  /** For people; without addresses and secrets. */
  message: string;
}

/** @public */
export interface MetricQueryResult {
  /** In ascending order. A step that isn't among them is a gap: the source knows nothing of it. */
  points: MetricPoint[];
  /**
   * Epoch milliseconds up to which the points are all there is: the query's end, or less where an error
   * cut the answer short.
   */
  until: number;
  /** What the source said about the answer, e.g. that it is partial. */
  warnings: string[];
  error?: MetricQueryError;
}

/**
 * Where a kind of metrics is kept, e.g. one Prometheus server.
 *
 * @public
 */
export interface MetricSource {
  /**
   * How long after a step's end its samples may still arrive: it is asked for no earlier. Nothing
   * unless given.
   */
  readonly delayMilliseconds?: number;

  /**
   * Answers queries, as many at a time as the source can take.
   *
   * @returns one result per query, in their order. A query that can't be answered doesn't affect the
   *   others; nothing is thrown but on abort.
   */
  queryRange(
    queries: MetricQuery[],
    options: {
      /** Aborted when the answers are of no use any more. */
      signal: AbortSignal;
    },
  ): Promise<MetricQueryResult[]>;
}
