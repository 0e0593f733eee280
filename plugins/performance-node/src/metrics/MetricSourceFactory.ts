import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { MetricSource } from './MetricSource';

/** @public */
export interface MetricSourceOptions {
  /** What definitions call the source. */
  name: string;
  /** The source's item of `performance.metricSources`. */
  config: Config;
  logger: LoggerService;
  /** The only source of the present time. */
  clock: () => Date;
}

/**
 * A type of metric source that a backend module adds: `type` of an item of
 * `performance.metricSources` names it.
 *
 * @public
 */
export interface MetricSourceFactory {
  /** Kebab-case, e.g. `prometheus`. */
  type: string;
  /**
   * Reads the config and makes the source, without asking it anything.
   *
   * @throws what is wrong with the config. The source is then shown as unhealthy with that message.
   */
  create(options: MetricSourceOptions): MetricSource;
}
