export type {
  MetricPoint,
  MetricQuery,
  MetricQueryError,
  MetricQueryResult,
  MetricSource,
} from './MetricSource';
export type {
  MetricSourceFactory,
  MetricSourceOptions,
} from './MetricSourceFactory';
