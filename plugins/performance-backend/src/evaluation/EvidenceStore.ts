import {
  EvidenceSeries,
  RunFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { RunPosition } from '../runs/RunStore';

/** The evidence of one entity. */
export interface EntityEvidence {
  runs: RunFact[];
  series: EvidenceSeries[];
  /** In alphabetical order. */
  environments: string[];
  /** Whether anybody asked a series for raw values or a sketch that aren't read yet. */
  lacksRawValues(): boolean;
  /** Reads the raw values and sketches. */
  readRawValues(tx: Knex.Transaction): Promise<void>;
}

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
   * Current evidence of entities, in all environments. Raw values and sketches, which few verdicts
   * need, are left out until asked for.
   *
   * @param metrics - only series of these, though all runs.
   * @returns by entity id; an entity without any is left out.
   */
  load(
    entityIds: number[],
    metrics: string[],
    tx: Knex.Transaction,
  ): Promise<Map<number, EntityEvidence>>;
}
