import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { MetricSource } from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Measured, measureSeries, progressOf } from './measureSeries';
import { SampleStore } from './SampleStore';
import { PUSHED, Series } from './Slo';
import { SloEvaluator } from './SloEvaluator';
import { SloStore } from './SloStore';

/** Two hundred queries, more or less. */
const SERIES_PER_BATCH = 100;

/** A batch that takes longer is given up. */
const ANSWER_MILLIS = 60_000;

/** A batch's answers, and their writing many times over. */
const LEASE_MILLIS = 2 * 60_000;

/**
 * Measures SLOs: asks each metric source for what is due, at its own pace, and evaluates what it
 * answered for. What is due and how far measuring has got is in the database, so that replicas share the
 * work and another goes on where one was killed.
 */
export class SloMeasuring {
  readonly #holder = randomUUID();
  readonly #abort = new AbortController();
  /** By name of the source. */
  readonly #working = new Map<string, Promise<void>>();

  constructor(
    private readonly options: {
      knex: Knex;
      slos: SloStore;
      samples: SampleStore;
      evaluator: Pick<SloEvaluator, 'evaluate'>;
      sources: { get(name: string): MetricSource | undefined };
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /** Sets to work on every source that this replica isn't at work on. */
  async start(): Promise<void> {
    for (const source of await this.options.slos.sources()) {
      if (!this.#working.has(source) && !this.#abort.signal.aborted) {
        this.#working.set(
          source,
          this.#workOff(source)
            .catch(error => {
              if (this.#abort.signal.aborted) {
                return;
              }
              this.options.logger.error(
                `Could not go on measuring SLOs from '${source}': ${stringifyError(
                  error,
                )}`,
              );
            })
            .finally(() => this.#working.delete(source)),
        );
      }
    }
  }

  /** Until this replica is at work on nothing. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.#working.values());
  }

  /** Leaves what is still to do to others. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.whenIdle();
    await this.options.slos.releaseAll(this.#holder);
  }

  async #workOff(source: string): Promise<void> {
    const { slos, clock, evaluator } = this.options;
    let down: string | undefined;
    while (!this.#abort.signal.aborted) {
      const batch = await slos.claim({
        source,
        holder: this.#holder,
        now: clock().getTime(),
        leaseMillis: LEASE_MILLIS,
        limit: SERIES_PER_BATCH,
      });
      if (batch.length === 0) {
        return;
      }
      const measured: Measured[] =
        down === undefined
          ? await this.#measure(source, batch)
          : giveUp(batch, clock().getTime(), down);
      // One that doesn't answer a batch won't answer the next, and waiting for that would take long.
      down = measured.every(({ isUnavailable }) => isUnavailable)
        ? measured[0].progress.message
        : undefined;
      await this.#store(measured);
      await evaluator.evaluate([
        ...new Set(measured.map(({ series }) => series.sloId)),
      ]);
    }
  }

  async #measure(name: string, batch: Series[]): Promise<Measured[]> {
    const { sources, clock } = this.options;
    const now = clock().getTime();
    const source = sources.get(name);
    if (name === PUSHED || !source) {
      const state = name === PUSHED ? 'ok' : 'unknown-source';
      return batch.map(series => ({
        series,
        samples: [],
        progress: {
          ...progressOf(series, now, { state }),
          state,
          dueAt: now + series.stepSeconds * 1000,
        },
        isUnavailable: false,
      }));
    }
    const tooLate = AbortSignal.timeout(ANSWER_MILLIS);
    try {
      return await measureSeries(batch, source, {
        now,
        signal: AbortSignal.any([this.#abort.signal, tooLate]),
      });
    } catch (error) {
      if (!tooLate.aborted) {
        throw error;
      }
      return giveUp(
        batch,
        clock().getTime(),
        `It has not answered within ${ANSWER_MILLIS / 1000} s`,
      );
    }
  }

  async #store(measured: Measured[]): Promise<void> {
    const { knex, slos, samples } = this.options;
    await knex.transaction(async tx => {
      const locked = await slos.lockSeries(
        measured.map(({ series }) => series.id),
        tx,
      );
      // Where the answers took too long, another replica may have asked for the same meanwhile.
      const ours = new Set(
        locked
          .filter(({ holder }) => holder === this.#holder)
          .map(({ id }) => id),
      );
      const mine = measured.filter(({ series }) => ours.has(series.id));
      await samples.write(mine, tx);
      await slos.release(
        mine.map(({ progress }) => progress),
        tx,
      );
    });
  }
}

/** Nothing was answered for. */
function giveUp(batch: Series[], now: number, message: string): Measured[] {
  return batch.map(series => ({
    series,
    samples: [],
    progress: progressOf(series, now, { state: 'down', message }),
    isUnavailable: true,
  }));
}
