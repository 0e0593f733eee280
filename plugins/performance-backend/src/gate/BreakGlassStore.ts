import { Knex } from 'knex';

/** An override of an entity's gate: it stays open, whatever fails. */
export interface BreakGlass {
  id: string;
  entityId: number;
  entityRef: string;
  reason: string;
  /** A principal, mostly a user ref. */
  by: string;
  at: Date;
  until: Date;
  /** Before its time. */
  ended?: { by: string; at: Date };
}

/** Overrides of gates; they end by themselves. */
export interface BreakGlassStore {
  /** @returns undefined where one is in force already. */
  add(
    override: Pick<BreakGlass, 'entityId' | 'reason' | 'by' | 'at' | 'until'>,
    tx: Knex.Transaction,
  ): Promise<BreakGlass | undefined>;
  /** The one in force. */
  active(
    entityId: number,
    now: Date,
    tx?: Knex.Transaction,
  ): Promise<BreakGlass | undefined>;
  /** Newest first. */
  list(entityId: number, limit: number): Promise<BreakGlass[]>;
  /** @returns whether one was in force. */
  end(
    entityId: number,
    end: { by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<boolean>;
}
