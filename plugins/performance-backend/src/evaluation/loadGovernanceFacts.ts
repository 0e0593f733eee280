import { GovernanceFacts } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityFactSource } from './EntityFactSource';
import { mergeFacts } from './mergeFacts';

/**
 * All that is known of entities besides evidence.
 *
 * @returns by entity id; an entity about which nothing is known is left out.
 */
export async function loadGovernanceFacts(
  sources: readonly EntityFactSource[],
  entityIds: number[],
  now: Date,
  tx: Knex.Transaction,
): Promise<Map<number, GovernanceFacts>> {
  const facts = new Map<number, GovernanceFacts>();
  for (const source of sources) {
    for (const [id, more] of await source.load(entityIds, now, tx)) {
      facts.set(id, mergeFacts(facts.get(id) ?? {}, more));
    }
  }
  return facts;
}
