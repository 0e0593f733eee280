import { MetricSourceFactory } from '@perf-governance/plugin-performance-node';
import { PrometheusMetricSource } from './PrometheusMetricSource';
import { readPrometheusConfig } from './readPrometheusConfig';

/** Makes sources of `type: prometheus`. */
export const prometheusSourceFactory: MetricSourceFactory = {
  type: 'prometheus',
  create: ({ config, clock }) =>
    new PrometheusMetricSource(readPrometheusConfig(config), clock),
};
