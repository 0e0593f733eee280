import { Labels, Unit } from './metric';

/**
 * How the quantiles of a series came to be:
 * - `exact`: over every value (the series holds at most 10,000 of them), linearly interpolated
 *   between the two nearest ranks: type 7 of Hyndman and Fan, which k6 prints too;
 * - `ddsketch`: DDSketch, relative error at most 1 % (Masson, Rim, Lee: "DDSketch", VLDB 2019);
 * - `reported`: printed by the tool; only the printed ones exist and they can't be merged;
 * - `none`: the series has no quantiles (a ratio, rate, count or gauge).
 *
 * @public
 */
export type QuantileMethod = 'exact' | 'ddsketch' | 'reported' | 'none';

/**
 * One metric of one run for one set of labels.
 *
 * For metrics of type `ratio`, `mean` is the ratio and `count` the number of observations; for
 * `rate`, `mean` is the rate in 1/s and `count` the number of events; for `count`, `count` is
 * the number of events; for `gauge`, `mean` is the value.
 *
 * @public
 */
export interface Series {
  metric: string;
  unit: Unit;
  labels: Labels;
  /** Number of observations. Absent if the tool doesn't print it. */
  count?: number;
  min?: number;
  max?: number;
  mean?: number;
  /** Population standard deviation, or the tool's own where only that exists. */
  stddev?: number;
  /** Quantile as a decimal string (`"0.95"`) to value in `unit`. */
  quantiles: Record<string, number>;
  quantileMethod: QuantileMethod;
  /** All values in ascending order, while there are at most 10,000. Mergeable. */
  values?: number[];
  /** A DDSketch, protobuf in base64, past that. Mergeable. */
  sketch?: string;
}

/**
 * The outcome of a condition the tool itself checked (a k6 threshold, a Lighthouse budget).
 * Kept beside our verdicts, never in place of them.
 *
 * @public
 */
export interface ToolVerdict {
  /** The tool's own name of the metric, e.g. `http_req_duration`. */
  metric: string;
  /** The condition as the tool wrote it, e.g. `p(95)<300`. */
  expression: string;
  passed: boolean;
}

/** @public */
export interface ReportWarning {
  /** Stable kebab-case code, e.g. `labels-merged`. */
  code: string;
  message: string;
  /** Where in the report: `line 12`, `byte 4096` or a JSON path. */
  location?: string;
}

/**
 * At most 200 equally long buckets over the run.
 *
 * @public
 */
export interface Timeline {
  /** ISO 8601 start of the first bucket. */
  startedAt: string;
  bucketSeconds: number;
  buckets: TimelineBucket[];
}

/** @public */
export interface TimelineBucket {
  /** Requests per second. */
  rate: number;
  /** Failed requests per second. */
  errorRate: number;
  /** Milliseconds; absent where nothing ended in the bucket. */
  p50?: number;
  p95?: number;
  p99?: number;
}

/**
 * What a report parser understands of one report. `perf-gate parse --json` prints this without
 * `values` and `sketch`.
 *
 * @public
 */
export interface ParsedReport {
  /** `k6`, `jmeter`, `lighthouse`, … */
  tool: string;
  toolVersion?: string;
  /** Dialect, e.g. `k6-ndjson`, `jmeter-jtl-csv`, `lighthouse-lhr`. */
  format: string;
  /** ISO 8601. */
  startedAt?: string;
  durationSeconds?: number;
  series: Series[];
  toolVerdicts: ToolVerdict[];
  warnings: ReportWarning[];
  timeline?: Timeline;
  /**
   * What makes two runs of the tool comparable (scenario names, emulated device, throttling, …);
   * its canonical JSON is hashed into the configuration fingerprint.
   */
  configuration?: Record<string, string | number | boolean>;
}

/**
 * What a run is for: a `load` test at expected traffic, a `stress` test beyond it, a `soak` test for
 * hours, a sudden `spike`, a `smoke` test, an `audit` of a page, a `benchmark` or a `profile`.
 *
 * @public
 */
export type RunType =
  | 'load'
  | 'stress'
  | 'soak'
  | 'spike'
  | 'smoke'
  | 'audit'
  | 'benchmark'
  | 'profile';

/** @public */
export const RUN_TYPES: readonly RunType[] = [
  'load',
  'stress',
  'soak',
  'spike',
  'smoke',
  'audit',
  'benchmark',
  'profile',
];

/**
 * Where a run comes from.
 *
 * @public
 */
export interface RunContext {
  /** Full entity ref, lower case: `component:default/checkout`. */
  entityRef: string;
  environment: string;
  commit?: string;
  branch?: string;
  ciUrl?: string;
  /** The caller's own id of the run. */
  externalId?: string;
  /** Free-form: e.g. `2.14.0`. Drawn as a marker. */
  release?: string;
  /** Absent means what its tool is for: `audit` for Lighthouse, else `load`. */
  type?: RunType;
}

/**
 * The label value that stands for all values beyond a run's limit of series.
 *
 * @public
 */
export const OTHER_LABEL_VALUE = 'other';
