/**
 * Canonical units. Every stored number of a metric is in its metric's unit:
 * `ms` (time), `B` (bytes), `ratio` (0..1), `1/s` (events per second) and `1` (a plain number).
 *
 * @public
 */
export type Unit = 'ms' | 'B' | 'ratio' | '1/s' | '1';

/**
 * What a metric measures: a `distribution` of values, a `ratio` of events, a `rate` of events
 * over the run's duration, a `count` of events, or a single `gauge` value.
 *
 * @public
 */
export type MetricType = 'distribution' | 'ratio' | 'rate' | 'count' | 'gauge';

/** @public */
export type MetricArea =
  | 'latency'
  | 'errors'
  | 'throughput'
  | 'web-vitals'
  | 'page-weight'
  | 'resources'
  | 'custom';

/**
 * A named quantity with a unit and a direction.
 *
 * @public
 */
export interface Metric {
  /** Canonical dotted name, e.g. `http.request.duration`. */
  name: string;
  /** Human name, e.g. `Response time`. */
  title: string;
  description: string;
  unit: Unit;
  type: MetricType;
  /** Which way is better. */
  direction: 'lower' | 'higher';
  area: MetricArea;
}

/**
 * Label name to label value, e.g. `{ endpoint: 'POST /pay' }`. `{}` is "over everything".
 *
 * @public
 */
export type Labels = Record<string, string>;

/**
 * The label that names a journey, whether the tool wrote it or a Journey definition gives it.
 *
 * @public
 */
export const JOURNEY_LABEL = 'journey';

/**
 * A statistic of a series: a percentile `p50`…`p99.9`, or one of the named ones.
 *
 * @public
 */
export type Statistic =
  | `p${number}`
  | 'mean'
  | 'max'
  | 'min'
  | 'rate'
  | 'count'
  | 'ratio';
