import { VerdictState } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** What somebody or something else than this plugin said of a check of an entity. */
export interface CheckResultRecord {
  check: string;
  state: VerdictState;
  message?: string;
  url?: string;
  at: Date;
}

/** Pushed through the API. */
export interface ExternalResultRecord extends CheckResultRecord {
  /** Who pushed it. */
  by: string;
}

/** Found by a module of the backend. */
export interface ExtensionResultRecord extends CheckResultRecord {
  /** As in `VerdictReason`: why there is no result; absent where the module gave one. */
  code?: string;
  /** Of the check and the entity as they were judged. */
  fingerprint: string;
}

/** The newest result of each check of each entity. */
export interface CheckResultStore<R extends CheckResultRecord> {
  /** By entity. */
  current(
    entityIds: number[],
    tx?: Knex.Transaction,
  ): Promise<Map<number, R[]>>;
  /**
   * Keeps a result unless a newer one, or the same, is there.
   *
   * @returns the one in force, whether it is the one that was put, and whether anything was written.
   */
  put(
    entityId: number,
    result: R,
    tx: Knex.Transaction,
  ): Promise<{ result: R; accepted: boolean; changed: boolean }>;
}
