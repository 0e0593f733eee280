import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How SLOs are measured and kept. */
export interface SloConfig {
  /** So old samples of a source that is down tell nothing any more. */
  staleAfterMillis: number;
  /** Samples that no status needs are kept that long, then only their sums. */
  samplesMillis: number;
  sumsMillis: number;
}

/** @throws InputError for times that can't be. */
export function readSloConfig(config: RootConfigService): SloConfig {
  const slos = config.getOptionalConfig('performance.slos');
  const read = (key: string, fallback: number) => {
    const value = slos?.getOptionalNumber(key) ?? fallback;
    if (!(value > 0)) {
      throw new InputError(
        `performance.slos.${key} must be more than 0, not ${value}`,
      );
    }
    return value;
  };
  return {
    staleAfterMillis: read('staleAfterMinutes', 60) * MINUTE_MS,
    samplesMillis: read('retention.samplesDays', 45) * DAY_MS,
    sumsMillis: read('retention.sumsDays', 400) * DAY_MS,
  };
}
