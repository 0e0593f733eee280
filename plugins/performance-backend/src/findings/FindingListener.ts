import { Knex } from 'knex';
import { Finding, FindingEvent } from './Finding';

/** Something that became of a finding. */
export interface FindingOccurrence {
  /** As it is after the event. */
  finding: Finding;
  event: FindingEvent;
  /** As it was before; absent where it is new. */
  previous?: Finding;
}

/**
 * Told what becomes of findings, in the transaction that stores it: what it writes is stored with that or not at all.
 */
export interface FindingListener {
  onFinding(occurrence: FindingOccurrence, tx: Knex.Transaction): Promise<void>;
  /** Told of what one person did to several at once, in place of {@link FindingListener.onFinding} of each. */
  onTogether?(
    occurrences: FindingOccurrence[],
    tx: Knex.Transaction,
  ): Promise<void>;
}

/** Told of findings that are deleted, in the transaction that does it. */
export interface FindingDeletionListener {
  /** @param finding - as it was; its row is gone. */
  onDeleted(
    finding: Finding,
    by: string,
    at: Date,
    tx: Knex.Transaction,
  ): Promise<void>;
}
