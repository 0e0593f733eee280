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

const budgetsPage = SubPageBlueprint.make({
  name: 'budgets',
  attachTo: tabOf,
  params: {
    path: 'budgets',
    title: 'Budgets',
    loader: () =>
      import('./budgets/BudgetsPage').then(module => <module.BudgetsPage />),
  },
});

const runsPage = SubPageBlueprint.make({
  name: 'runs',
  attachTo: tabOf,
  params: {
    path: 'runs',
    title: 'Runs',
    loader: () => import('./runs/RunsPage').then(module => <module.RunsPage />),
  },
});

const definitionsPage = SubPageBlueprint.make({
  name: 'definitions',
  attachTo: tabOf,
  params: {
    path: 'definitions',
    title: 'Definitions',
    loader: () =>
      import('./definitions/DefinitionsPage').then(module => (
        <module.DefinitionsPage />
      )),
  },
});

const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  attachTo: tabOf,
  params: {
    path: 'sources',
    title: 'Sources',
    loader: () =>
      import('./definitions/SourcesPage').then(module => (
        <module.SourcesPage />
      )),
  },
});

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
  extensions: [
    api,
    page,
    budgetsPage,
    runsPage,
    definitionsPage,
    sourcesPage,
    entityContent,
    entityCard,
  ],
});
