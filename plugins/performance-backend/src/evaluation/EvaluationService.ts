import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  Definition,
  evaluate,
  Evaluation,
  GovernanceFacts,
  metricsOf,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { RunRecord } from '../runs/RunStore';
import { keyText, Plan, planChanges } from '../verdicts/planChanges';
import { IdentifiedVerdict, VerdictStore } from '../verdicts/VerdictStore';
import { EntityFactSource } from './EntityFactSource';
import { EntityEvaluation, EvaluationListener } from './EvaluationListener';
import { EvidenceStore } from './EvidenceStore';
import { lockEntity } from './lockEntity';
import { mergeFacts } from './mergeFacts';

const ENTITIES_PER_PAGE = 200;

/** Leaves most of a pool of ten connections to requests. */
const ENTITIES_AT_ONCE = 3;

/** What an evaluation is limited to, and what it takes along. */
export interface EvaluationScope {
  /** Only rules on these metrics; all rules if absent. */
  metrics?: string[];
  /** A run that came, with its own verdicts. */
  run?: { record: RunRecord; evaluation: Evaluation };
  /** A run that calls for telling the history of its verdicts anew. */
  retell?: string;
}

/** Keeps current verdicts in step with evidence, definitions and time. */
export class EvaluationService {
  readonly #options;

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
    const { evidence, verdicts, clock } = this.#options;
    const now = clock();
    const { run } = scope;
    // Checks and scorecards look at the verdicts of other rules.
    const metrics = definitions.some(
      ({ kind }) => kind === 'Check' || kind === 'Scorecard',
    )
      ? undefined
      : scope.metrics;
    const relevant = metrics
      ? definitions.filter(
          ({ kind, spec }) =>
            kind !== 'Budget' ||
            ('metric' in spec && metrics.includes(spec.metric)),
        )
      : definitions;
    const {
      verdicts: next,
      notJudged,
      scorecards,
    } = evaluate({
      definitions: relevant,
      facts: {
        subject: entity.fact,
        ...(await evidence.load(entity.id, metricsOf(relevant), tx)),
        environments: await evidence.environments(entity.id, tx),
        ...(await this.#loadFacts(entity.id, now, tx)),
        now: now.toISOString(),
      },
    });

    const judged = run?.evaluation.verdicts ?? [];
    const identified = await verdicts.identify(
      entity.id,
      [...judged, ...next],
      tx,
    );
    const own = identified.slice(0, judged.length);
    if (run) {
      await verdicts.addRunVerdicts(run.record, own, tx);
    }
    const existing = await verdicts.current(entity.id, metrics, tx);
    const measured = new Set(
      own.filter(({ verdict }) => verdict.evidence).map(keyText),
    );
    const isOutOfOrder = existing.some(
      row =>
        run && row.since > run.record.startedAt && measured.has(keyText(row)),
    );
    const retell = scope.retell ?? (isOutOfOrder ? run?.record.id : undefined);
    const plan = planChanges({
      entityId: entity.id,
      existing,
      next: identified.slice(judged.length),
      run: run && { id: run.record.id, verdicts: own },
      pasts: retell ? await verdicts.pastOfRun(retell, tx) : [],
      now,
    });
    await this.#write(plan, tx);
    await verdicts.saveNotJudged(entity.id, metrics, notJudged, tx);
    await this.#tell(
      {
        entity,
        definitions,
        scorecards: metrics ? undefined : scorecards,
        now,
      },
      plan,
      tx,
    );
    return { plan, own };
  }

  /**
   * Evaluates entities anew, each in a transaction of its own, after definitions or entities changed.
   * One that fails keeps nobody else from being evaluated.
   *
   * @throws the first failure, at the end.
   */
  async reevaluateEntities(
    entityIds: number[] | 'all',
    signal?: AbortSignal,
  ): Promise<void> {
    const failures: unknown[] = [];
    const walk = this.#walk(entityIds);
    const work = async () => {
      // Each worker takes the next entity from the same walk.
      for await (const entity of { [Symbol.asyncIterator]: () => walk }) {
        if (signal?.aborted) {
          return;
        }
        try {
          await this.#reevaluate(entity);
        } catch (error) {
          this.#options.logger.error(
            `Could not evaluate ${entity.entityRef}: ${stringifyError(error)}`,
          );
          failures.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: ENTITIES_AT_ONCE }, work));
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  /**
   * Evaluates entities anew with verdicts that time has changed: evidence became too old, a policy's
   * stage began, a waiver or an attestation ended.
   */
  async reevaluateDue(signal?: AbortSignal): Promise<void> {
    const { verdicts, clock } = this.#options;
    await this.reevaluateEntities(await verdicts.entitiesDue(clock()), signal);
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

  async #reevaluate(entity: ProjectedEntity): Promise<void> {
    const { knex, entities } = this.#options;
    const { definitions, isCurrent } = await this.readDefinitions(entity);
    await knex.transaction(async tx => {
      await lockEntity(entity.id, tx);
      await this.evaluateEntity(entity, definitions, {}, tx);
    });
    const changed = (await isCurrent())
      ? undefined
      : await entities.getById(entity.id);
    if (changed) {
      await this.#reevaluate(changed);
    }
  }

  async *#walk(entityIds: number[] | 'all'): AsyncGenerator<ProjectedEntity> {
    const { entities } = this.#options;
    if (entityIds !== 'all') {
      for (const id of entityIds) {
        const entity = await entities.getById(id);
        if (entity) {
          yield entity;
        }
      }
      return;
    }
    let afterId: number | undefined;
    for (;;) {
      const page = await entities.list({ afterId, limit: ENTITIES_PER_PAGE });
      yield* page;
      if (page.length < ENTITIES_PER_PAGE) {
        return;
      }
      afterId = page[page.length - 1].id;
    }
  }

  async #loadFacts(
    entityId: number,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<GovernanceFacts> {
    let facts: GovernanceFacts = {};
    for (const source of this.#options.factSources) {
      const more = await source.load([entityId], now, tx);
      facts = mergeFacts(facts, more.get(entityId) ?? {});
    }
    return facts;
  }

  async #tell(
    evaluation: Omit<EntityEvaluation, 'transitions'>,
    plan: Plan,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { verdicts, listeners } = this.#options;
    const rules = await verdicts.rules(
      plan.transitions.map(({ ruleId }) => ruleId),
      tx,
    );
    const transitions = plan.transitions.map((transition, index) => ({
      ...transition,
      ruleKey: rules[index].key,
      area: rules[index].area,
    }));
    for (const listener of listeners) {
      await listener.onEvaluated([{ ...evaluation, transitions }], tx);
    }
  }

  async #write(plan: Plan, tx: Knex.Transaction): Promise<void> {
    const { verdicts } = this.#options;
    await verdicts.removeCurrent(plan.remove, tx);
    await verdicts.saveCurrent(plan.save, tx);
    await verdicts.removeChanges(plan.removeChanges, tx);
    await verdicts.addChanges(plan.addChanges, tx);
    for (const key of plan.confirm) {
      await verdicts.confirmLastChange(key, tx);
    }
  }
}
