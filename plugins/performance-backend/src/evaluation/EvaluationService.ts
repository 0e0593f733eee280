import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Definition } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { chunked } from '../database/chunked';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { Plan } from '../verdicts/planChanges';
import { IdentifiedVerdict, VerdictStore } from '../verdicts/VerdictStore';
import { EntityEvaluator } from './EntityEvaluator';
import { EvaluationRequest } from './EntityJudge';
import { EntityFactSource } from './EntityFactSource';
import { EvaluationListener } from './EvaluationListener';
import { EvidenceStore } from './EvidenceStore';
import { lockEntities } from './lockEntity';

/** Some ten thousand verdicts: the few statements that a batch takes are hardly felt. */
const ENTITIES_PER_BATCH = 500;

/** One is judged while others are read and written; leaves most of a pool of ten connections to requests. */
const BATCHES_AT_ONCE = 3;

/** What an evaluation takes along. */
export type EvaluationScope = Pick<EvaluationRequest, 'run' | 'retell'>;

/** For evaluations of so many entities that they may be interrupted. */
export interface ReevaluationOptions {
  /** Leaves out entities up to this id. */
  afterId?: number;
  signal?: AbortSignal;
  /** Told of every batch: how many entities it held, and up to which id nothing is left to do. */
  onProgress?: (progress: { count: number; afterId: number }) => Promise<void>;
}

const NO_PLAN: Plan = {
  add: [],
  save: [],
  remove: [],
  addChanges: [],
  removeChanges: [],
  confirm: [],
  changes: [],
  transitions: [],
};

/** Keeps current verdicts in step with evidence, definitions and time. */
export class EvaluationService {
  readonly #options;
  readonly #evaluator: EntityEvaluator;

  constructor(options: {
    knex: Knex;
    entities: EntityStore;
    definitions: DefinitionRegistry;
    evidence: EvidenceStore;
    verdicts: VerdictStore;
    /** What is known of entities besides evidence. */
    factSources: EntityFactSource[];
    /** Told of what changed, in the evaluation's transaction, in this order. */
    listeners: EvaluationListener[];
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
    this.#evaluator = new EntityEvaluator(options);
  }

  /**
   * Brings an entity's current verdicts up to date, within a transaction that has locked it, and
   * writes what changed.
   */
  async evaluateEntity(
    entity: ProjectedEntity,
    definitions: Definition[],
    scope: EvaluationScope,
    tx: Knex.Transaction,
  ): Promise<{ plan: Plan; own: IdentifiedVerdict[] }> {
    const [{ plan, own }] = await this.#evaluator.evaluate(
      [{ entity, definitions, ...scope }],
      tx,
    );
    return { plan: plan ?? NO_PLAN, own };
  }

  /**
   * Evaluates entities anew, some hundreds in a transaction, after definitions or entities changed. One
   * that fails keeps nobody else from being evaluated.
   *
   * @throws the first failure, at the end.
   */
  async reevaluateEntities(
    entityIds: number[] | 'all',
    options: ReevaluationOptions = {},
  ): Promise<void> {
    const { afterId = 0, signal, onProgress } = options;
    const failures: unknown[] = [];
    const walk = this.#walk(entityIds, afterId);
    // First ids of the batches on their way.
    const pending = new Set<number>();
    let last = afterId;
    const work = async () => {
      // Each worker takes the next batch from the same walk.
      for await (const batch of { [Symbol.asyncIterator]: () => walk }) {
        if (signal?.aborted) {
          return;
        }
        const first = batch[0].id;
        pending.add(first);
        last = Math.max(last, batch[batch.length - 1].id);
        await this.#reevaluate(batch, failures);
        pending.delete(first);
        await onProgress?.({
          count: batch.length,
          afterId: Math.min(last, ...[...pending].map(id => id - 1)),
        });
      }
    };
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  /**
   * Writes something that evaluation knows of some hundred entities, and evaluates them, all or nothing.
   * Should one of them be impossible to evaluate, the writing stays and the others are evaluated.
   */
  async writeAndEvaluateAll(
    entityIds: number[],
    write: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { knex, entities, logger } = this.#options;
    const batch = await entities.getByIds([...new Set(entityIds)]);
    try {
      await this.#evaluateBatch(batch, write);
    } catch (error) {
      logger.warn(
        `Evaluating ${
          batch.length
        } entities one by one, as together failed: ${stringifyError(error)}`,
      );
      await knex.transaction(write);
      await this.reevaluateEntities(batch.map(({ id }) => id));
    }
  }

  /**
   * Evaluates entities anew with verdicts that time has changed: evidence became too old, a policy's
   * stage began, a waiver or an attestation ended.
   */
  async reevaluateDue(signal?: AbortSignal): Promise<void> {
    const { verdicts, clock } = this.#options;
    await this.reevaluateEntities(await verdicts.entitiesDue(clock()), {
      signal,
    });
  }

  /**
   * What definitions say of an entity, read before a transaction: in it, SQLite's only connection is
   * taken. `isCurrent` tells whether they, or the entity, changed meanwhile.
   */
  async readDefinitions(entity: ProjectedEntity) {
    const { definitions, entities } = this.#options;
    const version = await definitions.version();
    return {
      definitions: await definitions.applicableTo(entity),
      isCurrent: async () => {
        const now = await entities.getById(entity.id);
        return (
          now?.version === entity.version &&
          now.retired === entity.retired &&
          (await definitions.version()) === version
        );
      },
    };
  }

  /** Evaluates a batch; where that fails, halves of it, so that only whose fault it is is left out. */
  async #reevaluate(
    batch: ProjectedEntity[],
    failures: unknown[],
  ): Promise<void> {
    try {
      await this.#evaluateBatch(batch);
    } catch (error) {
      if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await this.#reevaluate(batch.slice(0, middle), failures);
        await this.#reevaluate(batch.slice(middle), failures);
        return;
      }
      this.#options.logger.error(
        `Could not evaluate ${batch[0].entityRef}: ${stringifyError(error)}`,
      );
      failures.push(error);
    }
  }

  async #evaluateBatch(
    batch: ProjectedEntity[],
    write?: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { knex, definitions, entities } = this.#options;
    const { version, definitions: applicable } =
      await definitions.applicableToEach(batch);
    const requests = batch.map((entity, index) => ({
      entity,
      definitions: applicable[index],
    }));
    const stale = await knex.transaction(async tx => {
      const versions = await lockEntities(
        batch.map(({ id }) => id),
        tx,
      );
      await write?.(tx);
      // From here on, whoever changes a definition or one of the entities has it evaluated after this.
      if ((await definitions.version(tx)) !== version) {
        return batch;
      }
      const isCurrent = ({ id, version: known }: ProjectedEntity) =>
        versions.get(id) === known;
      await this.#evaluator.evaluate(
        requests.filter(({ entity }) => isCurrent(entity)),
        tx,
      );
      return batch.filter(entity => !isCurrent(entity));
    });
    if (stale.length > 0) {
      const fresh = await entities.getByIds(stale.map(({ id }) => id));
      if (fresh.length > 0) {
        await this.#evaluateBatch(fresh);
      }
    }
  }

  /** Batches in the order of ids, so that two backends evaluating the same follow one another. */
  async *#walk(
    entityIds: number[] | 'all',
    startAfter: number,
  ): AsyncGenerator<ProjectedEntity[]> {
    const { entities } = this.#options;
    if (entityIds !== 'all') {
      const sorted = [...new Set(entityIds)]
        .filter(id => id > startAfter)
        .sort((a, b) => a - b);
      for (const ids of chunked(sorted, ENTITIES_PER_BATCH)) {
        const batch = await entities.getByIds(ids);
        if (batch.length > 0) {
          yield batch;
        }
      }
      return;
    }
    let afterId = startAfter;
    for (;;) {
      const batch = await entities.list({ afterId, limit: ENTITIES_PER_BATCH });
      if (batch.length > 0) {
        yield batch;
      }
      if (batch.length < ENTITIES_PER_BATCH) {
        return;
      }
      afterId = batch[batch.length - 1].id;
    }
  }
}
