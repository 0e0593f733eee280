import { Knex } from 'knex';
import { Waiver, WaiverEvent } from './WaiverStore';

/**
 * Told what becomes of waivers, in the transaction that stores it: what it writes is stored with that or
 * not at all.
 */
export interface WaiverListener {
  /**
   * @param waiver - as it is after the event.
   * @param value - of the verdict it is about, where it has just been requested.
   */
  onWaiver(
    waiver: Waiver,
    event: WaiverEvent,
    tx: Knex.Transaction,
    value?: number,
  ): Promise<void>;
}
