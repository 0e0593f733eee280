import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  performanceCheckTypesExtensionPoint,
  performanceMetricSourcesExtensionPoint,
  reportParsersExtensionPoint,
} from '@perf-governance/plugin-performance-node';
import { CheckTypes } from './checks/CheckTypes';
import { ReportParsers } from './ingestion/ReportParsers';
import { MetricSourceTypes } from './metrics/MetricSourceTypes';
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
    const reportParsers = new ReportParsers();
    env.registerExtensionPoint(reportParsersExtensionPoint, reportParsers);
    const checkTypes = new CheckTypes();
    env.registerExtensionPoint(performanceCheckTypesExtensionPoint, checkTypes);
    const metricSourceTypes = new MetricSourceTypes();
    env.registerExtensionPoint(
      performanceMetricSourcesExtensionPoint,
      metricSourceTypes,
    );

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({ httpRouter, lifecycle, scheduler, ...dependencies }) {
        const { config, logger } = dependencies;
        const services = await createServices({
          ...dependencies,
          reportParsers: reportParsers.all,
          checkTypes: checkTypes.all,
          metricSourceTypes: metricSourceTypes.all,
          clock: () => new Date(),
        });
        lifecycle.addShutdownHook(() => services.reevaluations.stop());
        lifecycle.addShutdownHook(() => services.sloMeasuring.stop());
        httpRouter.use(createRouter(services));
        await schedule({ scheduler, config, logger, services });
      },
    });
  },
});
