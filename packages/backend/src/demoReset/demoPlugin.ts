import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';
import { createRouter } from './createRouter';
import { DemoReset } from './DemoReset';

/**
 * `POST /api/demo/reset` brings the demo back to how it began. Only there where the demo's people
 * can sign in, that is in development.
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init(deps) {
        const { config, discovery, httpRouter, lifecycle, logger } = deps;
        if (!config.has('auth.providers.demo')) {
          return;
        }
        const performanceUrl = await discovery.getBaseUrl('performance');
        const reset = new DemoReset({
          script: resolve(resolvePackagePath('backend'), '../../demo/load.mjs'),
          backendUrl: performanceUrl.replace(/\/api\/performance$/, ''),
          logger,
        });
        lifecycle.addShutdownHook(() => reset.stop());
        httpRouter.use(createRouter({ ...deps, reset }));
      },
    });
  },
});
