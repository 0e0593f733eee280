import { Knex } from 'knex';
import { NotJudged } from '../runs/RunStore';
import { keyText, Plan, planChanges } from '../verdicts/planChanges';
import {
  CurrentVerdictRecord,
  IdentifiedVerdict,
  VerdictStore,
} from '../verdicts/VerdictStore';
import { EntityFactSource } from './EntityFactSource';
import { EntityJudge, EvaluationRequest, JudgedEntity } from './EntityJudge';
import { EntityEvaluation, EvaluationListener } from './EvaluationListener';
import { EvidenceStore } from './EvidenceStore';
import { nameTransitions } from './nameTransitions';

/** What became of it. */
export interface EvaluationOutcome {
  /** Absent where everything is as it was. */
  plan?: Plan;
  /** The run's own verdicts. */
  own: IdentifiedVerdict[];
}

/**
 * Judges entities and writes what changed: one or hundreds by the same few statements, within a
 * transaction that has locked them.
 */
export class EntityEvaluator {
  readonly #judge: EntityJudge;

  constructor(
    private readonly options: {
      evidence: EvidenceStore;
      verdicts: VerdictStore;
      factSources: EntityFactSource[];
      listeners: EvaluationListener[];
      clock: () => Date;
    },
  ) {
    this.#judge = new EntityJudge(options);
  }

  /** @returns in the order of the requests, each for another entity. */
  async evaluate(
    requests: EvaluationRequest[],
    tx: Knex.Transaction,
  ): Promise<EvaluationOutcome[]> {
    const now = this.options.clock();
    const ids = requests.map(({ entity }) => entity.id);
    const known = await this.options.verdicts.fingerprints(ids, tx);
    const changed = await this.#judge.judge(requests, known, now, tx);
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

  async #store(
    judged: JudgedEntity[],
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
        changeTimes: request.changeTimes,
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
    judged: JudgedEntity[],
    plans: Plan[],
    now: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { verdicts, listeners } = this.options;
    if (listeners.length === 0) {
      return;
    }
    const transitions = await nameTransitions(plans, verdicts, tx);
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
