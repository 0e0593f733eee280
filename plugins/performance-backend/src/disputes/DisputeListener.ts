import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { Dispute } from './DisputeStore';

/**
 * Told that a dispute was opened or settled, in the transaction that stores it: what it writes is stored
 * with that or not at all.
 */
export interface DisputeListener {
  /** @param dispute - as it is now; without a resolution where it was opened. */
  onDispute(
    dispute: Dispute,
    entity: ProjectedEntity,
    tx: Knex.Transaction,
  ): Promise<void>;
}
