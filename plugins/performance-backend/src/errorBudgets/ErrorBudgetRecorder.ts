import {
  ActiveErrorBudgetAction,
  ErrorBudgetActionKey,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { ErrorBudgetActionListener } from './ErrorBudgetActionListener';
import {
  ErrorBudgetActionEnd,
  ErrorBudgetActionRecord,
  ErrorBudgetActionStore,
} from './ErrorBudgetActionStore';

/**
 * Records when what error-budget policies ask for begins and ends, with the evaluation that found it.
 * What can't be told any more, since nothing is known of the SLO, stays as it is.
 */
export class ErrorBudgetRecorder implements EvaluationListener {
  constructor(
    private readonly options: {
      store: ErrorBudgetActionStore;
      listeners: ErrorBudgetActionListener[];
    },
  ) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const { store, listeners } = this.options;
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
    if (news.length > 0) {
      for (const listener of listeners) {
        await listener.onErrorBudgetActions(news, tx);
      }
    }
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
    const judged = new Set(inactive.map(keyOf));
    const news: ErrorBudgetActionRecord[] = [];
    for (const record of recorded) {
      const key = keyOf(record);
      const action = asked.get(key);
      if (action?.action === record.action) {
        asked.delete(key);
        await this.#keepExcept(record, action, tx);
      } else if (action || !kept.has(key)) {
        const ended = {
          at: now,
          reason: reasonOf(action !== undefined, judged.has(key)),
        };
        await this.options.store.end([record.id], ended, tx);
        news.push({ ...record, ended });
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

function reasonOf(isAsked: boolean, isJudged: boolean): ErrorBudgetActionEnd {
  if (isAsked) {
    return 'changed';
  }
  return isJudged ? 'recovered' : 'gone';
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
