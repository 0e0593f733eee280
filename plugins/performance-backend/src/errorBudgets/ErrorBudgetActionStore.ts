import { ActiveErrorBudgetAction } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';

/** Why an action ended: its condition, its wording in the policy, or the policy or the SLO itself. */
export type ErrorBudgetActionEnd = 'recovered' | 'changed' | 'gone';

/** An action that an error-budget policy asked for, from when to when. */
export interface ErrorBudgetActionRecord
  extends Omit<ActiveErrorBudgetAction, 'since'> {
  id: string;
  entityId: number;
  entityRef: string;
  startedAt: Date;
  /** Absent while it is in force. */
  ended?: { at: Date; reason: ErrorBudgetActionEnd };
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
    actions: Omit<ErrorBudgetActionRecord, 'id' | 'ended'>[],
    tx: Knex.Transaction,
  ): Promise<ErrorBudgetActionRecord[]>;
  /** Changes which labels of changes pass. */
  saveExcept(id: string, except: string[], tx: Knex.Transaction): Promise<void>;
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
