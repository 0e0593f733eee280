import { GateErrorBudgetAction } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { selectCurrent, verdictFromRow } from '../verdicts/verdictRow';
import { ErrorBudgetActionStore } from './ErrorBudgetActionStore';

/** What error-budget policies mean for the gate of an entity. */
export class ErrorBudgetGate {
  constructor(
    private readonly options: { knex: Knex; store: ErrorBudgetActionStore },
  ) {}

  /** What is in force, and which of it is approved: by a waiver on the SLO. */
  async actions(entityId: number, now: Date): Promise<GateErrorBudgetAction[]> {
    const active = await this.options.store.active([entityId]);
    const approved = await this.#waivedRules(
      entityId,
      active
        .filter(({ action }) => action === 'require-approval')
        .map(({ ruleId }) => ruleId),
      now,
    );
    return active.map(
      ({ definitionId, rule, ruleId, environment, startedAt, ...one }) => ({
        definitionId,
        rule,
        ruleId,
        environment,
        action: one.action,
        except: one.except,
        message: one.message,
        since: startedAt.toISOString(),
        approved: approved.has(`${ruleId} ${environment}`),
      }),
    );
  }

  /** Relies on verdicts_entity_idx. */
  async #waivedRules(
    entityId: number,
    ruleIds: string[],
    now: Date,
  ): Promise<Set<string>> {
    if (ruleIds.length === 0) {
      return new Set();
    }
    const rows: Parameters<typeof verdictFromRow>[0][] = await selectCurrent(
      this.options.knex,
    )
      .where('judged.entity_id', entityId)
      .whereNotNull('judged.waiver_id')
      .whereIn('rules.rule_key', ruleIds);
    return new Set(
      rows.map(verdictFromRow).flatMap(({ ruleId, subject, waiver }) => {
        // Time may have ended it since the verdict was reached.
        const holds =
          waiver &&
          !waiver.exceeded &&
          Date.parse(waiver.until) > now.getTime();
        return holds ? [`${ruleId} ${subject.environment}`] : [];
      }),
    );
  }
}
