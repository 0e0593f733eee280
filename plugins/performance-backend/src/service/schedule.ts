import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { insistentSweep } from '../catalog/insistentSweep';
import { PerformanceServices } from './createServices';

const DEFAULT_SCHEDULES: Record<
  'catalog' | 'definitions' | 'dates',
  SchedulerServiceTaskScheduleDefinition
> = {
  catalog: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 1 },
  },
  definitions: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 1 },
  },
  dates: {
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
};

/** What happens by itself, each on one replica at a time. */
export async function schedule(options: {
  scheduler: SchedulerService;
  config: RootConfigService;
  logger: LoggerService;
  services: PerformanceServices;
}): Promise<void> {
  const { scheduler, config, logger, services } = options;
  const { catalogProjection, definitionRefresh, evaluation } = services;
  const scheduleOf = (name: keyof typeof DEFAULT_SCHEDULES) => {
    const key = `performance.schedule.${name}`;
    return config.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(key),
        )
      : DEFAULT_SCHEDULES[name];
  };

  await scheduler.scheduleTask({
    ...scheduleOf('catalog'),
    id: 'performance-catalog-sweep',
    fn: insistentSweep({ projection: catalogProjection, logger }),
  });
  await scheduler.scheduleTask({
    ...scheduleOf('definitions'),
    id: 'performance-definition-refresh',
    fn: async () => {
      await definitionRefresh.refreshAll();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('dates'),
    id: 'performance-dates',
    fn: async signal => {
      await evaluation.reevaluateDue(signal);
    },
  });
  logger.debug('Scheduled catalog sweep, definition refresh and dates');
}
