import { VerdictReason } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** The newest that is known of a measured budget and an entity. */
export interface MeasurementRecord {
  entityId: number;
  definitionId: string;
  environment: string;
  /** Of all that the value depends on. */
  fingerprint: string;
  /** Epoch milliseconds: end of the newest window that the source answered for. */
  askedFor?: number;
  /** In the unit of the budget's limit. */
  value?: number;
  /** Epoch milliseconds: end of the window of the value. */
  measuredAt?: number;
  /** Why the last attempt gave no value. */
  reason?: VerdictReason;
}

export interface MeasurementStore {
  /** @returns by entity id; an entity without any is left out. */
  current(
    entityIds: number[],
    tx?: Knex.Transaction,
  ): Promise<Map<number, MeasurementRecord[]>>;

  put(records: MeasurementRecord[], tx: Knex.Transaction): Promise<void>;

  /** Forgets what no budget of an entity asks for any more. */
  remove(
    records: Pick<MeasurementRecord, 'entityId' | 'definitionId'>[],
  ): Promise<void>;
}
