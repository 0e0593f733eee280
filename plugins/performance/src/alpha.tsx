import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Content } from '@backstage/core-components';
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

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: performanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new PerformanceClientApi(options),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/performance',
    title: 'Performance',
    icon: <SpeedIcon fontSize="inherit" />,
    routeRef: performanceRouteRef,
  },
});

const budgetsPage = SubPageBlueprint.make({
  name: 'budgets',
  attachTo: { id: 'page:performance', input: 'pages' },
  params: {
    path: 'budgets',
    title: 'Budgets',
    loader: () =>
      import('./budgets/BudgetsPage').then(module => (
        <Content>
          <module.BudgetsPage />
        </Content>
      )),
  },
});

const runsPage = SubPageBlueprint.make({
  name: 'runs',
  attachTo: { id: 'page:performance', input: 'pages' },
  params: {
    path: 'runs',
    title: 'Runs',
    loader: () =>
      import('./runs/RunsPage').then(module => (
        <Content>
          <module.RunsPage />
        </Content>
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/performance',
    title: 'Performance',
    icon: <SpeedIcon fontSize="inherit" />,
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
  icon: <SpeedIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: performanceRouteRef },
  extensions: [api, page, budgetsPage, runsPage, entityContent, entityCard],
});
