import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import SpeedIcon from '@material-ui/icons/Speed';
import {
  performanceApiRef,
  PerformanceClientApi,
  performanceRouteRef,
} from '@perf-governance/plugin-performance-react';
import { isPerformanceAvailable } from './entity/isPerformanceAvailable';
import { PERFORMANCE_TABS } from './page/tabs';

const icon = <SpeedIcon fontSize="inherit" />;

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: performanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new PerformanceClientApi(options),
    }),
});

/** `/performance`; its tabs are its sub-pages, so that other plugins and apps may add some. */
const page = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const tabs = inputs.pages.map(tab => {
      const path = tab.get(coreExtensionData.routePath);
      return {
        path,
        title: tab.get(coreExtensionData.title) ?? path,
        element: tab.get(coreExtensionData.reactElement),
      };
    });
    return originalFactory({
      path: '/performance',
      title: 'Performance',
      icon,
      routeRef: performanceRouteRef,
      loader: () =>
        import('./page/AlphaPerformancePage').then(module => (
          <module.AlphaPerformancePage tabs={tabs} />
        )),
    });
  },
});

const tabOf = { id: 'page:performance', input: 'pages' };

const tabs = PERFORMANCE_TABS.map(({ path, title, load }) =>
  SubPageBlueprint.make({
    name: path,
    attachTo: tabOf,
    params: {
      path,
      title,
      loader: async () => {
        const Contents = await load();
        return <Contents />;
      },
    },
  }),
);

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/performance',
    title: 'Performance',
    icon,
    filter: isPerformanceAvailable,
    loader: () =>
      import('./entity/EntityPerformanceContent').then(module => (
        <module.EntityPerformanceContent />
      )),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: isPerformanceAvailable,
    loader: () =>
      import('./entity/EntityPerformanceCard').then(module => (
        <module.EntityPerformanceCard />
      )),
  },
});

/**
 * Performance governance for the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'performance',
  title: 'Performance',
  icon,
  info: { packageJson: () => import('../package.json') },
  routes: { root: performanceRouteRef },
  extensions: [api, page, ...tabs, entityContent, entityCard],
});
