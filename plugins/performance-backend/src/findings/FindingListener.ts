import { Knex } from 'knex';
import { Finding, FindingEvent } from './Finding';

/**
 * Told what becomes of findings, in the transaction that stores it: what it writes is stored with that or not at all.
 */
export interface FindingListener {
  /**
   * @param finding - as it is after the event.
   * @param previous - as it was before; absent where it is new.
   */
  onFinding(
    finding: Finding,
    event: FindingEvent,
    previous: Finding | undefined,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Told of new findings that came together, in place of {@link FindingListener.onFinding} of each. */
  onImported?(
    findings: Finding[],
    by: string,
    tx: Knex.Transaction,
  ): Promise<void>;
}
