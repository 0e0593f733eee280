import { SchedulerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { scheduleOf } from '../service/scheduleOf';
import { DefinitionRefresh } from './DefinitionRefresh';

/** Reads all sources of definitions by schedule, on one replica at a time. */
export async function scheduleDefinitionRefresh(options: {
  config: Config;
  scheduler: SchedulerService;
  refresh: Pick<DefinitionRefresh, 'refreshAll'>;
}): Promise<void> {
  const { config, scheduler, refresh } = options;
  await scheduler.scheduleTask({
    ...scheduleOf(config, 'performance.definitions.schedule', {
      frequency: { minutes: 5 },
      timeout: { minutes: 15 },
    }),
    id: 'performance-definition-refresh',
    fn: () => refresh.refreshAll(),
  });
}
