import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import { CatalogProjection } from './CatalogProjection';

const STARTUP_ATTEMPTS = 30;
const STARTUP_RETRY_MS = 2_000;

/**
 * A sweep for the scheduler: the first insists, as the catalog may be starting at the same time;
 * later the next turn is soon enough.
 */
export function insistentSweep(options: {
  projection: Pick<CatalogProjection, 'sweep'>;
  logger: LoggerService;
  retryAfterMs?: number;
}): (signal: AbortSignal) => Promise<void> {
  const { projection, logger, retryAfterMs = STARTUP_RETRY_MS } = options;
  let attemptsLeft = STARTUP_ATTEMPTS;

  return async signal => {
    for (;;) {
      attemptsLeft -= 1;
      try {
        if (await projection.sweep()) {
          attemptsLeft = 0;
        }
      } catch (error) {
        if (attemptsLeft <= 0) {
          throw error;
        }
        logger.info(
          `The catalog isn't there yet, asking again: ${stringifyError(error)}`,
        );
      }
      if (attemptsLeft <= 0 || signal.aborted) {
        return;
      }
      await setTimeout(retryAfterMs);
    }
  };
}
