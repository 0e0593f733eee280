import { AttestationFact } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** A signed answer; `statements` as they were when it was signed. */
export interface AttestationRecord
  extends Omit<AttestationFact, 'at' | 'expiresAt'> {
  at: Date;
  expiresAt: Date;
}

/** Answers to the statements of checks. None is ever changed: it ends and another takes its place. */
export interface AttestationStore {
  /** Neither withdrawn nor replaced, though perhaps expired; by entity. */
  current(
    entityIds: number[],
    tx?: Knex.Transaction,
  ): Promise<Map<number, AttestationRecord[]>>;
  /** Takes the place of the answer there is, if any. */
  sign(
    entityId: number,
    attestation: AttestationRecord,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** @returns whether there was an answer. */
  withdraw(
    entityId: number,
    check: string,
    by: { principal: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<boolean>;
}
