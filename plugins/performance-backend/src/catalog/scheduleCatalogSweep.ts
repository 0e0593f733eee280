import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import { scheduleOf } from '../service/scheduleOf';
import { CatalogProjection } from './CatalogProjection';

/** The catalog may be starting at the same time. */
const STARTUP_ATTEMPTS = 30;
const STARTUP_RETRY_MS = 2_000;

/** Keeps the projection of the catalog current by schedule, on one replica at a time. */
export async function scheduleCatalogSweep(options: {
  config: Config;
  scheduler: SchedulerService;
  logger: LoggerService;
  projection: Pick<CatalogProjection, 'sweep'>;
}): Promise<void> {
  const { config, scheduler, logger, projection } = options;
  let attempts = 0;

  /** Insists at the start only; later the next turn is soon enough. */
  async function sweep(signal: AbortSignal) {
    for (;;) {
      attempts += 1;
      try {
        if (await projection.sweep()) {
          attempts = STARTUP_ATTEMPTS;
          return;
        }
      } catch (error) {
        if (attempts >= STARTUP_ATTEMPTS) {
          throw error;
        }
        logger.info(
          `The catalog isn't there yet, asking again: ${stringifyError(error)}`,
        );
      }
      if (attempts >= STARTUP_ATTEMPTS || signal.aborted) {
        return;
      }
      await setTimeout(STARTUP_RETRY_MS);
    }
  }

  await scheduler.scheduleTask({
    ...scheduleOf(config, 'performance.catalog.refresh', {
      frequency: { minutes: 5 },
      timeout: { minutes: 15 },
    }),
    id: 'performance-catalog-sweep',
    fn: sweep,
  });
}
