import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ErrorBudgetActionListener } from '../errorBudgets/ErrorBudgetActionListener';
import { ErrorBudgetActionRecord } from '../errorBudgets/ErrorBudgetActionStore';
import { errorBudgetMessage } from './errorBudgetMessage';
import { Outbox } from './Outbox';

/** The topic of actions of error-budget policies. */
const ERROR_BUDGETS_TOPIC = 'performance-governance.error-budgets';

/** Tells owners and other plugins of what error-budget policies ask for, when it begins and when it ends. */
export class ErrorBudgetNews implements ErrorBudgetActionListener {
  constructor(private readonly outbox: Outbox) {}

  async onErrorBudgetActions(
    actions: ErrorBudgetActionRecord[],
    tx: Knex.Transaction,
  ) {
    await this.outbox.add(tx, [
      ...actions.map(errorBudgetMessage),
      {
        type: 'event',
        key: `error-budget-actions:${randomUUID()}`,
        topic: ERROR_BUDGETS_TOPIC,
        payloads: actions.map(payloadOf),
      },
    ]);
  }
}

function payloadOf(action: ErrorBudgetActionRecord) {
  const { id, entityRef, definitionId, rule, ruleId, environment } = action;
  return {
    actionId: id,
    entityRef,
    policy: definitionId,
    rule,
    ruleId,
    environment,
    action: action.action,
    startedAt: action.startedAt.toISOString(),
    endedAt: action.ended?.at.toISOString(),
    endReason: action.ended?.reason,
  };
}
