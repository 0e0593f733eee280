import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

/** The address without a path leads to the organisation's performance page. */
export const landingModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'landing',
      params: {
        path: '/',
        noHeader: true,
        loader: async () => {
          const { Navigate } = await import('react-router-dom');
          return <Navigate to="/performance" replace />;
        },
      },
    }),
  ],
});
