import {
  ActiveErrorBudgetAction,
  ErrorBudgetActionKey,
  InactiveErrorBudgetAction,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { lockEntities } from '../evaluation/lockEntity';
import { ErrorBudgetActionListener } from './ErrorBudgetActionListener';
import {
  ErrorBudgetActionRecord,
  ErrorBudgetActionStore,
} from './ErrorBudgetActionStore';

/** An action ends once its condition has held no more for so long: a budget at its limit comes and goes. */
const RECOVERY_MS = 30 * 60_000;

type End = NonNullable<ErrorBudgetActionRecord['ended']>;

/**
 * Records when what error-budget policies ask for begins and ends, with the evaluation that found it.
 * What can't be told any more, since nothing is known of the SLO, stays as it is.
 */
export class ErrorBudgetRecorder implements EvaluationListener {
  constructor(
    private readonly options: {
      knex: Knex;
      store: ErrorBudgetActionStore;
      listeners: ErrorBudgetActionListener[];
      clock: () => Date;
    },
  ) {}

  /** Ends what has recovered for long enough, without a new evaluation. */
  async endRecovered(): Promise<void> {
    const { knex, store, clock } = this.options;
    const since = new Date(clock().getTime() - RECOVERY_MS);
    for (const entityId of await store.recoveredEntityIds(since)) {
      await knex.transaction(async tx => {
        await lockEntities([entityId], tx);
        const news: ErrorBudgetActionRecord[] = [];
        for (const record of await store.active([entityId], tx)) {
          const { recoveringSince } = record;
          if (recoveringSince && recoveringSince <= since) {
            news.push(await this.#end(record, recoveryOf(recoveringSince), tx));
          }
        }
        await this.#tell(news, tx);
      });
    }
  }

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const { store } = this.options;
    const recorded = groupByEntity(
      await store.active(
        batch.map(({ entity }) => entity.id),
        tx,
      ),
    );
    const news: ErrorBudgetActionRecord[] = [];
    for (const evaluation of batch) {
      news.push(
        ...(await this.#record(
          evaluation,
          recorded.get(evaluation.entity.id) ?? [],
          tx,
        )),
      );
    }
    await this.#tell(news, tx);
  }

  async #record(
    { entity, errorBudgets, now }: EntityEvaluation,
    recorded: ErrorBudgetActionRecord[],
    tx: Knex.Transaction,
  ): Promise<ErrorBudgetActionRecord[]> {
    const { active = [], unknown = [], inactive = [] } = errorBudgets ?? {};
    if (recorded.length === 0 && active.length === 0) {
      return [];
    }
    const asked = new Map(active.map(action => [keyOf(action), action]));
    const kept = new Set(unknown.map(keyOf));
    const judged = new Map(inactive.map(one => [keyOf(one), one]));
    const news: ErrorBudgetActionRecord[] = [];
    for (const record of recorded) {
      const key = keyOf(record);
      const action = asked.get(key);
      if (action?.action === record.action) {
        asked.delete(key);
        await this.#keepExcept(record, action, tx);
        await this.#saveRecovering(record, undefined, tx);
      } else if (kept.has(key)) {
        await this.#saveRecovering(record, undefined, tx);
      } else {
        const since = record.recoveringSince ?? now;
        const end = endOf(record, {
          isAsked: action !== undefined,
          judged: judged.get(key),
          since,
          now,
        });
        if (end) {
          news.push(await this.#end(record, end, tx));
        } else {
          await this.#saveRecovering(record, since, tx);
        }
      }
    }
    const added = await this.options.store.add(
      [...asked.values()].map(({ since: _, ...action }) => ({
        ...action,
        entityId: entity.id,
        entityRef: entity.entityRef,
        startedAt: now,
      })),
      tx,
    );
    return [...news, ...added];
  }

  async #end(
    record: ErrorBudgetActionRecord,
    ended: End,
    tx: Knex.Transaction,
  ): Promise<ErrorBudgetActionRecord> {
    await this.options.store.end([record.id], ended, tx);
    return { ...record, ended };
  }

  async #tell(
    news: ErrorBudgetActionRecord[],
    tx: Knex.Transaction,
  ): Promise<void> {
    if (news.length > 0) {
      for (const listener of this.options.listeners) {
        await listener.onErrorBudgetActions(news, tx);
      }
    }
  }

  async #saveRecovering(
    { id, recoveringSince }: ErrorBudgetActionRecord,
    since: Date | undefined,
    tx: Knex.Transaction,
  ): Promise<void> {
    if (recoveringSince?.getTime() !== since?.getTime()) {
      await this.options.store.saveRecovering(id, since, tx);
    }
  }

  async #keepExcept(
    { id, except }: ErrorBudgetActionRecord,
    action: ActiveErrorBudgetAction,
    tx: Knex.Transaction,
  ): Promise<void> {
    if (JSON.stringify(except) !== JSON.stringify(action.except)) {
      await this.options.store.saveExcept(id, action.except, tx);
    }
  }
}

/** @returns undefined where it may yet come back, and stays in force. */
function endOf(
  { startedAt }: ErrorBudgetActionRecord,
  {
    isAsked,
    judged,
    since,
    now,
  }: {
    isAsked: boolean;
    judged: InactiveErrorBudgetAction | undefined;
    since: Date;
    now: Date;
  },
): End | undefined {
  if (isAsked) {
    return { at: now, reason: 'changed' };
  }
  if (!judged) {
    return { at: now, reason: 'gone' };
  }
  const adjustments = judged.adjustments?.filter(
    ({ createdAt }) => Date.parse(createdAt) >= startedAt.getTime(),
  );
  if (adjustments?.length) {
    // Somebody has decided so.
    return { at: now, reason: 'adjusted', adjustments };
  }
  const recovered = recoveryOf(since);
  return recovered.at <= now ? recovered : undefined;
}

function recoveryOf(since: Date): End {
  return {
    at: new Date(since.getTime() + RECOVERY_MS),
    reason: 'recovered',
  };
}

function keyOf({
  definitionId,
  rule,
  ruleId,
  environment,
}: ErrorBudgetActionKey): string {
  return JSON.stringify([definitionId, rule, ruleId, environment]);
}

function groupByEntity(
  records: ErrorBudgetActionRecord[],
): Map<number, ErrorBudgetActionRecord[]> {
  const groups = new Map<number, ErrorBudgetActionRecord[]>();
  for (const record of records) {
    groups.set(record.entityId, [
      ...(groups.get(record.entityId) ?? []),
      record,
    ]);
  }
  return groups;
}
