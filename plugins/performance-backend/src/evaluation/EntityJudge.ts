import {
  applyErrorBudgetPolicies,
  Definition,
  EntityFacts,
  EntityRules,
  ErrorBudgetOutcome,
  Evaluation,
  judge,
  metricsOf,
  nextChangeTime,
  resolveEntityRules,
  SloFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { ProjectedEntity } from '../catalog/EntityStore';
import { RunRecord } from '../runs/RunStore';
import { VerdictStore } from '../verdicts/VerdictStore';
import { EntityFactSource } from './EntityFactSource';
import { entityFingerprint } from './entityFingerprint';
import { EntityEvidence, EvidenceStore } from './EvidenceStore';
import { loadGovernanceFacts } from './loadGovernanceFacts';

/** Judging so many takes milliseconds, which requests to the backend have to wait. */
const ENTITIES_BETWEEN_REQUESTS = 50;

/** An entity to evaluate by definitions that apply to it. */
export interface EvaluationRequest {
  entity: ProjectedEntity;
  definitions: Definition[];
  /** A run that came, with its own verdicts. */
  run?: { record: RunRecord; evaluation: Evaluation };
  /** A run that calls for telling the history of its verdicts anew. */
  retell?: string;
}

/** A request with what its entity was judged. */
export interface JudgedEntity extends EvaluationRequest {
  evaluation: Evaluation;
  slos?: SloFact[];
  errorBudgets?: ErrorBudgetOutcome;
  /** When each verdict may next change by itself, in their order. */
  changeTimes: (number | undefined)[];
  /** The earliest of all verdicts. */
  firstChangeAt?: number;
  fingerprint: string;
}

/** Judges entities by what is stored about them. Writes nothing. */
export class EntityJudge {
  readonly #rules = new WeakMap<Definition[], EntityRules>();
  readonly #metrics = new WeakMap<Definition[], string[]>();

  constructor(
    private readonly options: {
      evidence: EvidenceStore;
      verdicts: Pick<VerdictStore, 'essenceOf'>;
      factSources: EntityFactSource[];
    },
  ) {}

  /**
   * @param known - What entities were last found to be, by id.
   * @returns those that there is something to write about. What the others were judged is let go at once.
   */
  async judge(
    requests: EvaluationRequest[],
    known: Map<number, string>,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<JudgedEntity[]> {
    const ids = requests.map(({ entity }) => entity.id);
    const metrics = new Set<string>();
    for (const { definitions } of requests) {
      for (const metric of this.#metricsOf(definitions)) {
        metrics.add(metric);
      }
    }
    const evidence = await this.options.evidence.load(ids, [...metrics], tx);
    const facts = await loadGovernanceFacts(
      this.options.factSources,
      ids,
      now,
      tx,
    );
    const nowText = now.toISOString();
    const judged: JudgedEntity[] = [];
    for (const [index, request] of requests.entries()) {
      if (index % ENTITIES_BETWEEN_REQUESTS === ENTITIES_BETWEEN_REQUESTS - 1) {
        await setImmediate();
      }
      const { entity, definitions } = request;
      const found = evidence.get(entity.id);
      const about: Omit<EntityFacts, keyof EntityEvidence> = {
        ...facts.get(entity.id),
        subject: entity.fact,
        now: nowText,
      };
      const rules = this.#rulesOf(entity, definitions);
      const evaluation = await this.#judgeOne(rules, about, found, tx);
      const errorBudgets =
        rules.slos.length > 0 && rules.errorBudgetPolicies.length > 0
          ? applyErrorBudgetPolicies(rules, about.slos ?? [])
          : undefined;
      const changeTimes = evaluation.verdicts.map(verdict =>
        nextChangeTime(verdict, about, now.getTime()),
      );
      const fingerprint = entityFingerprint({
        entity,
        definitions,
        evaluation,
        errorBudgets,
        essenceOf: verdict => this.options.verdicts.essenceOf(verdict),
        changeTimes,
      });
      const { run, retell } = request;
      if (run || retell || known.get(entity.id) !== fingerprint) {
        judged.push({
          ...request,
          evaluation,
          slos: about.slos,
          errorBudgets,
          changeTimes,
          firstChangeAt: earliest(changeTimes),
          fingerprint,
        });
      }
    }
    return judged;
  }

  async #judgeOne(
    rules: EntityRules,
    about: Omit<EntityFacts, keyof EntityEvidence>,
    evidence: EntityEvidence | undefined,
    tx: Knex.Transaction,
  ): Promise<Evaluation> {
    if (!evidence) {
      return judge(rules, { ...about, runs: [], series: [], environments: [] });
    }
    const { runs, environments } = evidence;
    const evaluation = judge(rules, {
      ...about,
      runs,
      environments,
      series: evidence.series,
    });
    if (!evidence.lacksRawValues()) {
      return evaluation;
    }
    await evidence.readRawValues(tx);
    return judge(rules, {
      ...about,
      runs,
      environments,
      series: evidence.series,
    });
  }

  /** The registry gives the same list until the entity or a definition changes. */
  #rulesOf(entity: ProjectedEntity, definitions: Definition[]): EntityRules {
    let rules = this.#rules.get(definitions);
    if (rules?.entityRef !== entity.entityRef) {
      rules = resolveEntityRules(definitions, entity.fact);
      this.#rules.set(definitions, rules);
    }
    return rules;
  }

  #metricsOf(definitions: Definition[]): string[] {
    let metrics = this.#metrics.get(definitions);
    if (!metrics) {
      metrics = metricsOf(definitions);
      this.#metrics.set(definitions, metrics);
    }
    return metrics;
  }
}

function earliest(times: (number | undefined)[]): number | undefined {
  let first: number | undefined;
  for (const at of times) {
    if (at !== undefined && (first === undefined || at < first)) {
      first = at;
    }
  }
  return first;
}
