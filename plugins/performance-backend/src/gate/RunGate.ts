import {
  compareVerdicts,
  enforceVerdicts,
  GateResult,
  resolveEntityRules,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { stageToColumn } from '../database/stageColumn';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { TrustFacts } from '../policies/TrustFacts';
import { ErrorBudgetGate } from '../errorBudgets/ErrorBudgetGate';
import { RunRecord } from '../runs/RunStore';
import { selectCurrent, verdictFromRow } from '../verdicts/verdictRow';
import { WaiverFacts } from '../waivers/WaiverFacts';
import { BreakGlassStore } from './BreakGlassStore';
import { gateOfRun } from './gateOfRun';

/**
 * Judges whether a run may pass, as of now: what it measured stays what it was judged, but policies,
 * waivers, overrides and what error budgets call for hold that are in force when somebody asks.
 */
export class RunGate {
  readonly #options;

  constructor(options: {
    knex: Knex;
    definitions: DefinitionRegistry;
    waiverFacts: WaiverFacts;
    trustFacts: TrustFacts;
    breakGlass: BreakGlassStore;
    errorBudgetGate: ErrorBudgetGate;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /** @param verdicts - the run's own. */
  async judge(
    run: RunRecord,
    entity: ProjectedEntity,
    verdicts: Verdict[],
  ): Promise<GateResult> {
    const { knex, definitions, breakGlass, clock } = this.#options;
    const { waiverFacts, trustFacts, errorBudgetGate } = this.#options;
    const now = clock();
    const ids = [entity.id];
    const own = enforceVerdicts(
      verdicts,
      resolveEntityRules(await definitions.applicableTo(entity), entity.fact),
      {
        ...(await waiverFacts.load(ids, now, knex)).get(entity.id),
        ...(await trustFacts.load(ids, now, knex)).get(entity.id),
        now: now.toISOString(),
      },
    );
    return gateOfRun(run, own, {
      current: await this.#blockingElsewhere(entity.id),
      errorBudgetActions: await errorBudgetGate.actions(entity.id, now),
      override: await breakGlass.active(entity.id, now),
    });
  }

  /** What may close the gate though no run measures it. Relies on verdicts_entity_idx. */
  async #blockingElsewhere(entityId: number): Promise<Verdict[]> {
    const rows = await selectCurrent(this.#options.knex)
      .where('judged.entity_id', entityId)
      .where('judged.stage', stageToColumn('block'))
      .whereNot('rules.kind', 'budget');
    return rows.map(verdictFromRow).sort(compareVerdicts);
  }
}
