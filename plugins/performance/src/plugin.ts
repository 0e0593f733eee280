import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  performanceApiRef,
  PerformanceClientApi,
  performanceRouteRef,
} from '@perf-governance/plugin-performance-react';

/**
 * Performance governance for the legacy frontend system.
 *
 * @public
 */
export const performancePlugin = createPlugin({
  id: 'performance',
  routes: { root: performanceRouteRef },
  apis: [
    createApiFactory({
      api: performanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new PerformanceClientApi(options),
    }),
  ],
});

/**
 * The page `/performance`: mount it as `<Route path="/performance" element={<PerformancePage />} />`.
 *
 * @public
 */
export const PerformancePage = performancePlugin.provide(
  createRoutableExtension({
    name: 'PerformancePage',
    component: () =>
      import('./page/PerformancePage').then(module => module.PerformancePage),
    mountPoint: performanceRouteRef,
  }),
);

/**
 * The Performance tab of an entity page.
 *
 * @public
 */
export const EntityPerformanceContent = performancePlugin.provide(
  createComponentExtension({
    name: 'EntityPerformanceContent',
    component: {
      lazy: () =>
        import('./entity/EntityPerformanceContent').then(
          module => module.EntityPerformanceContent,
        ),
    },
  }),
);

/**
 * A card for an entity's overview page.
 *
 * @public
 */
export const EntityPerformanceCard = performancePlugin.provide(
  createComponentExtension({
    name: 'EntityPerformanceCard',
    component: {
      lazy: () =>
        import('./entity/EntityPerformanceCard').then(
          module => module.EntityPerformanceCard,
        ),
    },
  }),
);
