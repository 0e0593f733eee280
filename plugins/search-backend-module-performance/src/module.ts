import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  performanceFindingReadPermission,
  performanceReviewReadPermission,
} from '@perf-governance/plugin-performance-common';
import { PerformanceCollatorFactory } from './PerformanceCollatorFactory';
import { readFindings } from './readFindings';
import { readReviews } from './readReviews';

const SCHEDULE = 'search.collators.performance.schedule';

/**
 * Adds documents of the types `performance-finding` and `performance-review` to the index. Search asks, for each result,
 * whether the caller may see it.
 *
 * @public
 */
export const searchModulePerformance = createBackendModule({
  pluginId: 'search',
  moduleId: 'performance',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const schedule = scheduler.createScheduledTaskRunner(
          config.has(SCHEDULE)
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
                config.getConfig(SCHEDULE),
              )
            : {
                frequency: { minutes: 10 },
                timeout: { minutes: 15 },
                initialDelay: { seconds: 3 },
              },
        );
        indexRegistry.addCollator({
          schedule,
          factory: new PerformanceCollatorFactory({
            type: 'performance-finding',
            visibilityPermission: performanceFindingReadPermission,
            read: readFindings,
            auth,
            discovery,
          }),
        });
        indexRegistry.addCollator({
          schedule,
          factory: new PerformanceCollatorFactory({
            type: 'performance-review',
            visibilityPermission: performanceReviewReadPermission,
            read: readReviews,
            auth,
            discovery,
          }),
        });
      },
    });
  },
});
