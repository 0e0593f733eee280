import { createBackendModule } from '@backstage/backend-plugin-api';
import { performanceMetricSourcesExtensionPoint } from '@perf-governance/plugin-performance-node';
import { prometheusSourceFactory } from './prometheusSourceFactory';

/**
 * Adds the type of metric source `prometheus`.
 *
 * @public
 */
export const performanceModulePrometheus = createBackendModule({
  pluginId: 'performance',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: { metricSources: performanceMetricSourcesExtensionPoint },
      async init({ metricSources }) {
        metricSources.addMetricSourceFactory(prometheusSourceFactory);
      },
    });
  },
});
