import { GovernanceFacts } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** Tells evaluation what is known of entities besides evidence: waivers, attestations, trust. */
export interface EntityFactSource {
  /**
   * Read in the evaluation's transaction, for a batch of entities at once.
   *
   * @returns by entity id; an entity about which nothing is known is left out.
   */
  load(
    entityIds: number[],
    now: Date,
    tx: Knex.Transaction,
  ): Promise<Map<number, GovernanceFacts>>;
}
