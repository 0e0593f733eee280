import { Knex } from 'knex';
import { ErrorBudgetActionRecord } from './ErrorBudgetActionStore';

/** Told that actions of error-budget policies began or ended, in the transaction that stores it. */
export interface ErrorBudgetActionListener {
  /** @param actions - at least one; those that ended say so. */
  onErrorBudgetActions(
    actions: ErrorBudgetActionRecord[],
    tx: Knex.Transaction,
  ): Promise<void>;
}
