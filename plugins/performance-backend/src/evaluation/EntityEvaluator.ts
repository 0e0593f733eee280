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
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { ProjectedEntity } from '../catalog/EntityStore';
import { NotJudged, RunRecord } from '../runs/RunStore';
import {
  keyText,
  Plan,
  PlannedTransition,
  planChanges,
} from '../verdicts/planChanges';
import {
  CurrentVerdictRecord,
  IdentifiedVerdict,
  VerdictStore,
} from '../verdicts/VerdictStore';
import { EntityFactSource } from './EntityFactSource';
import { entityFingerprint } from './entityFingerprint';
import {
  EntityEvaluation,
  EvaluationListener,
  VerdictTransition,
} from './EvaluationListener';
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

/** What became of it. */
export interface EvaluationOutcome {
  /** Absent where everything is as it was. */
  plan?: Plan;
  /** The run's own verdicts. */
  own: IdentifiedVerdict[];
}

/** A request on its way. */
interface Judged extends EvaluationRequest {
  evaluation: Evaluation;
  slos?: SloFact[];
  errorBudgets?: ErrorBudgetOutcome;
  changesAt: (verdict: Verdict) => number | undefined;
  /** The earliest of all verdicts. */
  firstChangeAt?: number;
  fingerprint: string;
}

/**
 * Judges entities and writes what changed: one or hundreds by the same few statements, within a
 * transaction that has locked them.
 */
export class EntityEvaluator {
  readonly #rules = new WeakMap<Definition[], EntityRules>();
  readonly #metrics = new WeakMap<Definition[], string[]>();

  constructor(
    private readonly options: {
      evidence: EvidenceStore;
      verdicts: VerdictStore;
      factSources: EntityFactSource[];
      listeners: EvaluationListener[];
      clock: () => Date;
    },
  ) {}

  /** @returns in the order of the requests, each for another entity. */
  async evaluate(
    requests: EvaluationRequest[],
    tx: Knex.Transaction,
  ): Promise<EvaluationOutcome[]> {
    const now = this.options.clock();
    const ids = requests.map(({ entity }) => entity.id);
    const known = await this.options.verdicts.fingerprints(ids, tx);
    const changed = await this.#judge(requests, known, now, tx);
    const outcomes = new Map<number, EvaluationOutcome>();
    if (changed.length > 0) {
      await this.#store(changed, now, outcomes, tx);
      await this.options.verdicts.saveFingerprints(
        changed.map(({ entity, fingerprint, firstChangeAt }) => ({
          entityId: entity.id,
          fingerprint,
          changesAt: firstChangeAt,
        })),
        tx,
      );
    }
    return ids.map(id => outcomes.get(id) ?? { own: [] });
  }

  /**
   * @param known - What entities were last found to be, by id.
   * @returns those that there is something to write about. What the others were judged is let go at once.
   */
  async #judge(
    requests: EvaluationRequest[],
    known: Map<number, string>,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<Judged[]> {
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
    const judged: Judged[] = [];
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
      const changesAt = (verdict: Verdict) =>
        nextChangeTime(verdict, about, now.getTime());
      const changeTimes = evaluation.verdicts.map(changesAt);
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
          changesAt,
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

  async #store(
    judged: Judged[],
    now: Date,
    outcomes: Map<number, EvaluationOutcome>,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { verdicts } = this.options;
    // Before there are subjects of entities that are new: then nothing has to be looked for.
    const current = await verdicts.current(
      judged.map(({ entity }) => entity.id),
      tx,
    );
    const identified = await verdicts.identify(
      judged.map(({ entity, run, evaluation }) => ({
        entityId: entity.id,
        verdicts: run
          ? [...run.evaluation.verdicts, ...evaluation.verdicts]
          : evaluation.verdicts,
      })),
      tx,
    );
    const plans: Plan[] = [];
    for (const [index, request] of judged.entries()) {
      const { entity, run } = request;
      const count = run?.evaluation.verdicts.length ?? 0;
      const own = identified[index].slice(0, count);
      if (run) {
        await verdicts.addRunVerdicts(run.record, own, tx);
      }
      const existing = current.get(entity.id) ?? [];
      const retell = request.retell ?? outOfOrder(request, own, existing);
      const plan = planChanges({
        entityId: entity.id,
        existing,
        next: identified[index].slice(count),
        run: run && { id: run.record.id, verdicts: own },
        pasts: retell ? await verdicts.pastOfRun(retell, tx) : [],
        changesAt: request.changesAt,
        now,
      });
      plans.push(plan);
      outcomes.set(entity.id, { plan, own });
    }
    await this.#write(plans, tx);
    await verdicts.saveNotJudged(
      new Map(
        judged.map(({ entity, evaluation }): [number, NotJudged[]] => [
          entity.id,
          evaluation.notJudged,
        ]),
      ),
      tx,
    );
    await this.#tell(judged, plans, now, tx);
  }

  async #write(plans: Plan[], tx: Knex.Transaction): Promise<void> {
    const { verdicts } = this.options;
    await verdicts.removeCurrent(
      plans.flatMap(({ remove }) => remove),
      tx,
    );
    await verdicts.addCurrent(
      plans.flatMap(({ add }) => add),
      tx,
    );
    await verdicts.saveCurrent(
      plans.flatMap(({ save }) => save),
      tx,
    );
    await verdicts.removeChanges(
      plans.flatMap(({ removeChanges }) => removeChanges),
      tx,
    );
    await verdicts.addChanges(
      plans.flatMap(({ addChanges }) => addChanges),
      tx,
    );
    for (const key of plans.flatMap(({ confirm }) => confirm)) {
      await verdicts.confirmLastChange(key, tx);
    }
  }

  async #tell(
    judged: Judged[],
    plans: Plan[],
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { listeners } = this.options;
    if (listeners.length === 0) {
      return;
    }
    const transitions = await this.#nameRules(plans, tx);
    const batch = judged.map(
      (
        { entity, definitions, evaluation, slos, errorBudgets },
        index,
      ): EntityEvaluation => ({
        entity,
        definitions,
        transitions: transitions[index],
        scorecards: evaluation.scorecards,
        slos,
        errorBudgets,
        now,
      }),
    );
    for (const listener of listeners) {
      await listener.onEvaluated(batch, tx);
    }
  }

  /** Reads what a plan doesn't know of verdicts that are gone. */
  async #nameRules(
    plans: Plan[],
    tx: Knex.Transaction,
  ): Promise<VerdictTransition[][]> {
    const unnamed = new Set<number>();
    for (const { transitions } of plans) {
      for (const { ruleId, ruleKey } of transitions) {
        if (ruleKey === undefined) {
          unnamed.add(ruleId);
        }
      }
    }
    const rules = new Map(
      (await this.options.verdicts.rules([...unnamed], tx)).map(rule => [
        rule.id,
        rule,
      ]),
    );
    return plans.map(({ transitions }) =>
      transitions.map(transition => {
        if (isNamed(transition)) {
          return transition;
        }
        const { key = '', area = '' } = rules.get(transition.ruleId) ?? {};
        return { ...transition, ruleKey: key, area };
      }),
    );
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

function isNamed(
  transition: PlannedTransition,
): transition is VerdictTransition {
  return transition.ruleKey !== undefined && transition.area !== undefined;
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

/** The run, if current state already knows of a later change. */
function outOfOrder(
  { run }: EvaluationRequest,
  own: IdentifiedVerdict[],
  existing: CurrentVerdictRecord[],
): string | undefined {
  if (!run) {
    return undefined;
  }
  const measured = new Set(
    own.filter(({ verdict }) => verdict.evidence).map(keyText),
  );
  return existing.some(
    row => row.since > run.record.startedAt && measured.has(keyText(row)),
  )
    ? run.record.id
    : undefined;
}
