import {
  ActiveErrorBudgetAction,
  SloAdjustmentNote,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';

/**
 * Why an action ended: its condition, by itself or since time was taken out of the SLO; its wording in
 * the policy; or the policy or the SLO itself.
 */
export type ErrorBudgetActionEnd =
  | 'recovered'
  | 'adjusted'
  | 'changed'
  | 'gone';

/** An action that an error-budget policy asked for, from when to when. */
export interface ErrorBudgetActionRecord
  extends Omit<ActiveErrorBudgetAction, 'since'> {
  id: string;
  entityId: number;
  entityRef: string;
  startedAt: Date;
  /** Since when its condition holds no more. */
  recoveringSince?: Date;
  /** Absent while it is in force. */
  ended?: {
    at: Date;
    reason: ErrorBudgetActionEnd;
    /** Of `adjusted`: those made since it began. */
    adjustments?: SloAdjustmentNote[];
  };
}

export interface ErrorBudgetActionQuery {
  entityRef?: string;
  /** Of the SLO, e.g. `slo:availability`. */
  ruleId?: string;
  environment?: string;
  action?: ErrorBudgetActionRecord['action'][];
  /** In force now, or not any more. */
  active?: boolean;
  limit: number;
  offset: number;
}

/** Actions of error-budget policies; ended ones are kept. */
export interface ErrorBudgetActionStore {
  /** Those in force. */
  active(
    entityIds: number[],
    tx?: Knex.Transaction,
  ): Promise<ErrorBudgetActionRecord[]>;
  /** Within a transaction that has locked the entities. */
  add(
    actions: Omit<
      ErrorBudgetActionRecord,
      'id' | 'recoveringSince' | 'ended'
    >[],
    tx: Knex.Transaction,
  ): Promise<ErrorBudgetActionRecord[]>;
  /** Changes which labels of changes pass. */
  saveExcept(id: string, except: string[], tx: Knex.Transaction): Promise<void>;
  /** Says since when the condition holds no more; undefined: it holds, or can't be told. */
  saveRecovering(
    id: string,
    since: Date | undefined,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Entities with actions in force whose condition has held no more since then or longer. */
  recoveredEntityIds(since: Date): Promise<number[]>;
  end(
    ids: string[],
    end: NonNullable<ErrorBudgetActionRecord['ended']>,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Newest first; only those that the caller may see. */
  list(
    query: ErrorBudgetActionQuery,
    access: Access,
  ): Promise<{ items: ErrorBudgetActionRecord[]; totalItems: number }>;
}
