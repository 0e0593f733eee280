import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import {
  MetricQuery,
  MetricQueryResult,
  MetricSource,
  MetricSourceFactory,
} from '@perf-governance/plugin-performance-node';
import {
  MetricSourceHealth,
  MetricSourceHealthStore,
} from './MetricSourceHealthStore';

/** A configured source as people see it: without address and secrets. */
export interface MetricSourceInfo extends MetricSourceHealth {
  name: string;
  type: string;
  /** `unknown` while nobody has asked it anything. */
  state: 'healthy' | 'unhealthy' | 'unknown';
}

interface ConfiguredSource {
  name: string;
  type: string;
  /** Absent where the config is wrong, which `problem` tells. */
  source?: MetricSource;
  problem?: { at: Date; message: string };
}

/** The metric sources that `performance.metricSources` names. */
export class MetricSources {
  private readonly sources = new Map<string, ConfiguredSource>();
  /** Names of those whose latest batch had no answer at all. */
  private readonly silent = new Set<string>();

  /**
   * @throws InputError for an item without a name or with another one's, and for a type that no module
   *   of this installation adds.
   */
  constructor(
    private readonly options: {
      config: RootConfigService;
      /** By type. */
      factories: ReadonlyMap<string, MetricSourceFactory>;
      health: MetricSourceHealthStore;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {
    const items =
      options.config.getOptionalConfigArray('performance.metricSources') ?? [];
    for (const item of items) {
      const name = item.getString('name');
      if (this.sources.has(name)) {
        throw new InputError(
          `performance.metricSources names '${name}' more than once`,
        );
      }
      this.sources.set(name, this.create(name, item));
    }
  }

  /** @returns the source of that name; undefined if there is none or its config is wrong. */
  get(name: string): MetricSource | undefined {
    return this.sources.get(name)?.source;
  }

  /** In the order of the config. */
  async list(): Promise<MetricSourceInfo[]> {
    const health = await this.options.health.all();
    return [...this.sources.values()].map(({ name, type, problem }) => {
      const { lastSuccessAt, lastError = problem } = {
        ...health.get(name),
        ...(problem && { lastError: problem }),
      };
      return {
        name,
        type,
        state: problem ? 'unhealthy' : stateOf({ lastSuccessAt, lastError }),
        lastSuccessAt,
        lastError,
      };
    });
  }

  private create(name: string, item: Config): ConfiguredSource {
    const { factories, clock, logger } = this.options;
    const type = item.getString('type');
    const factory = factories.get(type);
    if (!factory) {
      const known = [...factories.keys()].sort().join(', ');
      throw new InputError(
        `The metric source '${name}' is of the type '${type}', which no installed backend module adds. Types here: ${
          known || 'none'
        }`,
      );
    }
    try {
      const source = factory.create({
        name,
        config: item,
        logger: logger.child({ metricSource: name }),
        clock,
      });
      return { name, type, source: this.observe(name, source) };
    } catch (error) {
      const { message } = toError(error);
      logger.error(`The metric source '${name}' can't be used: ${message}`);
      return { name, type, problem: { at: clock(), message } };
    }
  }

  /** Remembers how each batch went. */
  private observe(name: string, source: MetricSource): MetricSource {
    return {
      delayMilliseconds: source.delayMilliseconds,
      queryRange: async (queries, { signal }) => {
        const results = await this.ask(source, queries, signal);
        if (!signal.aborted && queries.length > 0) {
          await this.record(name, results);
        }
        return results;
      },
    };
  }

  /** Holds a module to what the interface promises: one result per query, and nothing thrown. */
  private async ask(
    source: MetricSource,
    queries: MetricQuery[],
    signal: AbortSignal,
  ): Promise<MetricQueryResult[]> {
    try {
      const results = await source.queryRange(queries, { signal });
      if (results.length === queries.length) {
        return results;
      }
      throw new Error(
        `It gave ${results.length} answers to ${queries.length} queries`,
      );
    } catch (error) {
      signal.throwIfAborted();
      const { message } = toError(error);
      return queries.map(({ start }) => ({
        points: [],
        until: start,
        warnings: [],
        error: { kind: 'unavailable', message },
      }));
    }
  }

  /** A query that is at fault itself says nothing against the source that refused it. */
  private async record(name: string, results: MetricQueryResult[]) {
    const at = this.options.clock();
    const failed = results.filter(({ error }) => error?.kind === 'unavailable');
    const [first] = failed;
    this.tell(name, failed.length === results.length && first?.error?.message);
    await this.options.health.record(name, {
      lastSuccessAt: failed.length < results.length ? at : undefined,
      lastError: first?.error && { at, message: first.error.message },
    });
  }

  /** Once when it fails, and once when it is back. */
  private tell(name: string, problem: string | false | undefined): void {
    const { logger } = this.options;
    if (problem && !this.silent.has(name)) {
      this.silent.add(name);
      logger.warn(`The metric source '${name}' doesn't answer: ${problem}`);
    } else if (!problem && this.silent.delete(name)) {
      logger.info(`The metric source '${name}' answers again`);
    }
  }
}

/** Unhealthy while the latest batch had no answer at all. */
function stateOf(health: MetricSourceHealth): MetricSourceInfo['state'] {
  const { lastSuccessAt, lastError } = health;
  if (lastError && !(lastSuccessAt && lastSuccessAt >= lastError.at)) {
    return 'unhealthy';
  }
  return lastSuccessAt ? 'healthy' : 'unknown';
}
