import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { MetricSourceFactory } from '../metrics';

/** @public */
export interface PerformanceMetricSourcesExtensionPoint {
  /**
   * Adds a type of metric source, which items of `performance.metricSources` name.
   *
   * @throws Error if there is one of that type already
   */
  addMetricSourceFactory(factory: MetricSourceFactory): void;
}

/**
 * Where backend modules teach the plugin to ask more kinds of metrics systems.
 *
 * @public
 */
export const performanceMetricSourcesExtensionPoint =
  createExtensionPoint<PerformanceMetricSourcesExtensionPoint>({
    id: 'performance.metric-sources',
  });
