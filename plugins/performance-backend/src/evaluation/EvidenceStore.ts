import {
  EvidenceSeries,
  RunFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { RunPosition } from '../runs/RunStore';

/** Which run is the newest evidence of each series of an entity in an environment. */
export interface EvidenceStore {
  /**
   * Makes a stored, valid run of a tracked branch the evidence of the series it holds, where none
   * newer is.
   */
  add(run: RunPosition, tx: Knex.Transaction): Promise<void>;
  /**
   * Puts the newest other run in a run's place. Has to come before the run is marked invalid or
   * deleted.
   */
  withdraw(run: RunPosition, tx: Knex.Transaction): Promise<void>;
  /**
   * Current evidence of an entity, in all environments, with raw values or sketches.
   *
   * @param metrics - only series of these, though all runs; everything if absent.
   */
  load(
    entityId: number,
    metrics: string[] | undefined,
    tx: Knex.Transaction,
  ): Promise<{ runs: RunFact[]; series: EvidenceSeries[] }>;
  /** Environments the entity has evidence in, in alphabetical order. */
  environments(entityId: number, tx?: Knex.Transaction): Promise<string[]>;
}
