import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createRouter } from './service/createRouter';
import { createServices } from './service/createServices';
import { schedule } from './service/schedule';

/**
 * The backend of performance governance.
 *
 * @public
 */
export const performancePlugin = createBackendPlugin({
  pluginId: 'performance',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ httpRouter, scheduler, ...dependencies }) {
        const { config, logger } = dependencies;
        const services = await createServices({
          ...dependencies,
          clock: () => new Date(),
        });
        httpRouter.use(createRouter(services));
        await schedule({ scheduler, config, logger, services });
      },
    });
  },
});
