import { Knex } from 'knex';
import { BreakGlass } from './BreakGlassStore';

/** Told that somebody opened a gate, in the transaction that stores it. */
export interface BreakGlassListener {
  onBreakGlass(override: BreakGlass, tx: Knex.Transaction): Promise<void>;
}
