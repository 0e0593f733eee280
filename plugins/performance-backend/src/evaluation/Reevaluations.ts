import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { optionalJsonOf } from '../database/columns';
import { EvaluationService } from './EvaluationService';
import {
  ReevaluationProgress,
  ReevaluationRow,
  selectReevaluationProgress,
} from './selectReevaluationProgress';

/** So many are evaluated at once, while whoever caused it waits. */
const MAX_AT_ONCE = 200;

/** Many times what a batch of entities takes, even on a busy machine. */
const LEASE_MS = 60_000;

/** What fails that often will fail again. */
const MAX_ATTEMPTS = 3;

/**
 * Has entities evaluated again after definitions or the catalog changed: few at once, many in the
 * background. What is still to do is in the database, so that another replica goes on where one was
 * killed.
 */
export class Reevaluations {
  readonly #holder = randomUUID();
  readonly #abort = new AbortController();
  /** Once after a transaction is enough for an entity, however often it is changed in it. */
  readonly #requestedAfter = new WeakMap<Knex.Transaction, Set<number>>();
  #work: Promise<void> | undefined;

  constructor(
    private readonly options: {
      knex: Knex;
      evaluation: Pick<EvaluationService, 'reevaluateEntities'>;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /**
   * Once this is over, the entities have been evaluated, or will be whatever happens.
   *
   * @throws the first failure, where they are few.
   */
  async request(entityIds: number[] | 'all'): Promise<void> {
    const total =
      entityIds === 'all' ? await this.#countEntities() : entityIds.length;
    if (total <= MAX_AT_ONCE) {
      await this.options.evaluation.reevaluateEntities(entityIds);
      return;
    }
    await this.#add(entityIds, total);
    this.resume();
  }

  /**
   * Has entities evaluated once a transaction is over that changed what is known of them, as a listener may that
   * is told of another evaluation.
   */
  async requestAfter(entityIds: number[], tx: Knex.Transaction): Promise<void> {
    const requested = this.#requestedAfter.get(tx) ?? new Set();
    this.#requestedAfter.set(tx, requested);
    const added = entityIds.filter(id => !requested.has(id));
    if (added.length === 0) {
      return;
    }
    added.forEach(id => requested.add(id));
    await insertRequest(tx, added, added.length, this.options.clock());
    tx.executionPromise.then(
      () => this.resume(),
      // Rolled back, with the request.
      () => {},
    );
  }

  /** Goes on in the background with what nobody is at work on. */
  resume(): void {
    if (this.#work || this.#abort.signal.aborted) {
      return;
    }
    this.#work = this.#workOff()
      .catch(error => {
        this.options.logger.error(
          `Could not go on evaluating entities: ${stringifyError(error)}`,
        );
      })
      .finally(() => {
        this.#work = undefined;
      });
  }

  /** Until this replica is at work on nothing. */
  async whenIdle(): Promise<void> {
    await this.#work;
  }

  /** Leaves what is still to do to others. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#work;
  }

  /** Over all replicas. */
  async progress(): Promise<ReevaluationProgress> {
    return selectReevaluationProgress(this.options.knex);
  }

  async #countEntities(): Promise<number> {
    const [{ count }] = await this.options
      .knex('entities')
      .whereNull('retired_at')
      .count({ count: '*' });
    return Number(count);
  }

  async #add(entityIds: number[] | 'all', total: number): Promise<void> {
    const { knex, clock } = this.options;
    await knex.transaction(async tx => {
      if (entityIds === 'all') {
        // Whoever is at work on one of these stops, for everything is done anew.
        await tx('reevaluations').delete();
      }
      await insertRequest(tx, entityIds, total, clock());
    });
  }

  async #workOff(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      const row = await this.#claim();
      if (!row) {
        return;
      }
      await this.#evaluate(row);
    }
  }

  async #claim(): Promise<ReevaluationRow | undefined> {
    const { knex, clock } = this.options;
    const now = clock().getTime();
    const [row]: ReevaluationRow[] = await knex('reevaluations')
      .where(
        'id',
        knex('reevaluations')
          .where('leased_until', '<=', now)
          .orderBy('id')
          .limit(1)
          .select('id'),
      )
      // Another replica may have been faster.
      .where('leased_until', '<=', now)
      .update({ holder: this.#holder, leased_until: now + LEASE_MS })
      .returning('*');
    return row;
  }

  async #evaluate(row: ReevaluationRow): Promise<void> {
    const { knex, evaluation, clock } = this.options;
    const mine = () =>
      knex('reevaluations').where({ id: row.id, holder: this.#holder });
    const taken = new AbortController();
    try {
      await evaluation.reevaluateEntities(
        optionalJsonOf<number[]>(row.entity_ids) ?? 'all',
        {
          afterId: row.after_id,
          signal: AbortSignal.any([this.#abort.signal, taken.signal]),
          onProgress: async ({ count, afterId }) => {
            const renewed = await mine().update({
              done: knex.raw('done + ?', [count]),
              after_id: afterId,
              leased_until: clock().getTime() + LEASE_MS,
            });
            if (renewed === 0) {
              taken.abort();
            }
          },
        },
      );
    } catch (error) {
      await this.#postpone(row, error);
      return;
    }
    if (this.#abort.signal.aborted) {
      await mine().update({ holder: null, leased_until: 0 });
    } else {
      await mine().delete();
    }
  }

  /** Some entities failed, and everybody else was evaluated; what they are isn't known any more. */
  async #postpone(row: ReevaluationRow, error: unknown): Promise<void> {
    const { knex, clock, logger } = this.options;
    const attempts = row.attempts + 1;
    const mine = knex('reevaluations').where({
      id: row.id,
      holder: this.#holder,
    });
    if (attempts < MAX_ATTEMPTS) {
      await mine.update({
        attempts,
        done: 0,
        after_id: 0,
        leased_until: clock().getTime() + LEASE_MS,
      });
      return;
    }
    logger.error(
      `Gave up evaluating entities after ${attempts} attempts, the last of which ended with: ${stringifyError(
        error,
      )}`,
    );
    await mine.delete();
  }
}

async function insertRequest(
  tx: Knex.Transaction,
  entityIds: number[] | 'all',
  total: number,
  now: Date,
): Promise<void> {
  await tx('reevaluations').insert({
    entity_ids: entityIds === 'all' ? null : JSON.stringify(entityIds),
    total,
    done: 0,
    after_id: 0,
    requested_at: now.getTime(),
    attempts: 0,
    holder: null,
    leased_until: 0,
  });
}
