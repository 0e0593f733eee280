import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { durationToMilliseconds, JsonObject } from '@backstage/types';
import {
  Definition,
  exemptionOf,
  VERDICT_STATES,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { canonicalJson } from '../ingestion/canonicalJson';
import { InstalledCheckType } from './CheckTypes';
import { CheckResultStore, ExtensionResultRecord } from './CheckResultStore';
import { evaluateExtension, ExtensionOutcome } from './evaluateExtension';
import { checksOfType } from './findChecks';

const DEFAULT_FREQUENCY = { hours: 1 };

/** As many entities as a module gets at once. */
const ENTITIES_AT_ONCE = 100;

/** A check's condition on one entity. */
interface Question {
  entity: ProjectedEntity;
  check: string;
  id: string;
  options: JsonObject;
}

/** Has modules judge their checks, and keeps what they said. */
export class ExtensionChecks {
  constructor(
    private readonly options: {
      knex: Knex;
      types: ReadonlyMap<string, InstalledCheckType>;
      results: CheckResultStore<ExtensionResultRecord>;
      entities: EntityStore;
      definitions: DefinitionRegistry;
      evaluation: EvaluationService;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /**
   * Judges what is new, changed or due for it, of all entities.
   *
   * @throws the first failure, at the end.
   */
  async evaluateDue(signal?: AbortSignal): Promise<void> {
    const { entities } = this.options;
    const failures: unknown[] = [];
    let afterId: number | undefined;
    while (!signal?.aborted) {
      const page = await entities.list({ afterId, limit: ENTITIES_AT_ONCE });
      try {
        await this.#evaluate(page, { force: false });
      } catch (error) {
        failures.push(error);
      }
      if (page.length < ENTITIES_AT_ONCE) {
        break;
      }
      afterId = page[page.length - 1].id;
    }
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  /** Judges all checks of an entity now. */
  async evaluateEntity(
    entity: ProjectedEntity,
  ): Promise<ExtensionResultRecord[]> {
    await this.#evaluate([entity], { force: true });
    const { definitions, results } = this.options;
    const asked = questionsOf(entity, await definitions.applicableTo(entity));
    const stored = await results.current([entity.id]);
    return (stored.get(entity.id) ?? []).filter(({ check }) =>
      asked.has(check),
    );
  }

  async #evaluate(
    entities: ProjectedEntity[],
    { force }: { force: boolean },
  ): Promise<void> {
    const { definitions, results, clock, logger } = this.options;
    const now = clock();
    /** Of each entity, by name of the check; one of each layer. */
    const asked = new Map<ProjectedEntity, Map<string, Question[]>>();
    for (const entity of entities) {
      const byName = questionsOf(
        entity,
        await definitions.applicableTo(entity),
      );
      if (byName.size > 0) {
        asked.set(entity, byName);
      }
    }
    if (asked.size === 0) {
      return;
    }
    const stored = await results.current([...asked.keys()].map(({ id }) => id));
    for (const [entity, byName] of force ? [] : asked) {
      for (const [name, questions] of byName) {
        const result = stored
          .get(entity.id)
          ?.find(({ check }) => check === name);
        if (result && !this.#isDue(result, questions, now)) {
          byName.delete(name);
        }
      }
      if (byName.size === 0) {
        asked.delete(entity);
      }
    }
    const answers = await this.#ask([...asked.values()], now);
    const failures: unknown[] = [];
    for (const [entity, byName] of asked) {
      const found = [...byName].map(([check, questions]) => ({
        check,
        ...worstOf(questions.flatMap(one => answers.get(one) ?? [])),
        at: now,
        fingerprint: fingerprintOf(questions),
      }));
      try {
        await this.#save(entity, found, stored.get(entity.id) ?? []);
      } catch (error) {
        // One that can't be evaluated keeps nobody else's results from being stored.
        logger.error(
          `Could not store what checks found of ${
            entity.entityRef
          }: ${stringifyError(error)}`,
        );
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  #isDue(
    result: ExtensionResultRecord,
    questions: Question[],
    now: Date,
  ): boolean {
    const { types } = this.options;
    const frequency = Math.min(
      ...questions.map(({ id }) =>
        durationToMilliseconds(types.get(id)?.frequency ?? DEFAULT_FREQUENCY),
      ),
    );
    return (
      result.fingerprint !== fingerprintOf(questions) ||
      result.at.getTime() + frequency <= now.getTime()
    );
  }

  /** Asks each type once for all entities with the same options. */
  async #ask(
    asked: Map<string, Question[]>[],
    now: Date,
  ): Promise<Map<Question, ExtensionOutcome>> {
    const { types, logger } = this.options;
    const groups = new Map<string, Question[]>();
    for (const questions of asked.flatMap(byName => [...byName.values()])) {
      for (const question of questions) {
        const key = canonicalJson([question.id, question.options]);
        groups.set(key, [...(groups.get(key) ?? []), question]);
      }
    }
    const answers = new Map<Question, ExtensionOutcome>();
    for (const questions of groups.values()) {
      const [{ id, options }] = questions;
      const results = await evaluateExtension(types.get(id), {
        id,
        options,
        entities: [...new Set(questions.map(({ entity }) => entity))],
        now,
        logger,
      });
      for (const question of questions) {
        const result = results.get(question.entity.id);
        if (result) {
          answers.set(question, result);
        }
      }
    }
    return answers;
  }

  async #save(
    entity: ProjectedEntity,
    found: ExtensionResultRecord[],
    before: ExtensionResultRecord[],
  ): Promise<void> {
    const { results } = this.options;
    const saysMore = found.some(result => {
      const previous = before.find(({ check }) => check === result.check);
      return (
        previous?.state !== result.state ||
        previous.code !== result.code ||
        previous.message !== result.message ||
        previous.url !== result.url
      );
    });
    const put = async (tx: Knex.Transaction) => {
      for (const result of found) {
        await results.put(entity.id, result, tx);
      }
      return found;
    };
    if (saysMore) {
      await writeAndEvaluate(this.options, entity, put);
    } else {
      await this.options.knex.transaction(put);
    }
  }
}

/** What modules have to judge of an entity, by name of the check; one of each layer. */
function questionsOf(
  entity: ProjectedEntity,
  definitions: Definition[],
): Map<string, Question[]> {
  const byName = new Map<string, Question[]>();
  for (const definition of checksOfType(definitions, 'extension')) {
    if (exemptionOf(definition, entity.fact) !== undefined) {
      continue;
    }
    const check = definition.metadata.name;
    const question = {
      entity,
      check,
      ...definition.spec.condition.extension,
    };
    byName.set(check, [...(byName.get(check) ?? []), question]);
  }
  return byName;
}

/** The definitions of one name and the entity, as far as a result follows from them. */
function fingerprintOf(questions: Question[]): string {
  const [{ entity }] = questions;
  return createHash('sha256')
    .update(
      canonicalJson([
        entity.version,
        ...questions.map(({ id, options }) => [id, options]),
      ]),
    )
    .digest('hex');
}

/** Of layers that define the same check, the worst counts. */
function worstOf(results: ExtensionOutcome[]): ExtensionOutcome {
  const [worst] = [...results].sort(
    (a, b) => VERDICT_STATES.indexOf(a.state) - VERDICT_STATES.indexOf(b.state),
  );
  return worst;
}
