import { SloFact, SloStatus } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Series, SeriesState, Slo, SloDeclaration } from './Slo';

/** How an SLO stands, to be stored. */
export interface SloResult {
  sloId: number;
  evaluatedAt: number;
  status: SloStatus;
  /** Epoch milliseconds: end of the newest sample. */
  measuredAt?: number;
  fact: SloFact;
  factKey: string;
}

/** What is known of an SLO before it is evaluated anew. */
export interface EvaluatedSlo extends Slo {
  factKey?: string;
}

/** How far a series has been measured. */
export interface SeriesProgress {
  id: number;
  filled?: { from: number; until: number };
  state: SeriesState;
  stateSince?: number;
  message?: string;
  dueAt: number;
}

/** SLOs of entities, what is counted for them, and how they stand. */
export interface SloStore {
  /**
   * Makes these the SLOs of entities. What is there no more is retired and keeps its samples; what is
   * back goes on with them.
   *
   * @returns new series for what is pushed, each with the one that was there before: nobody will push
   *   their samples again.
   */
  declare(
    declarations: Map<number, SloDeclaration[]>,
    now: number,
    tx: Knex.Transaction,
  ): Promise<{ from: Series; to: Series }[]>;
  /** Of these, those that aren't retired. */
  getByIds(sloIds: number[]): Promise<EvaluatedSlo[]>;
  /** In force, by SLO. */
  seriesOf(sloIds: number[]): Promise<Map<number, Series[]>>;
  /** Names of sources that something in force is measured from. */
  sources(): Promise<string[]>;
  /** Ids of all in force. */
  listIds(filter: {
    entityId?: number;
    environment?: string;
    definitionId?: string;
  }): Promise<number[]>;
  /**
   * Takes series that are due and that nobody else is at work on.
   *
   * @param options - `holder` is who takes them.
   */
  claim(options: {
    source: string;
    holder: string;
    now: number;
    leaseMillis: number;
    limit: number;
  }): Promise<Series[]>;
  /** Takes locks on series until the end of the transaction; in one order. */
  lockSeries(
    seriesIds: number[],
    tx: Knex.Transaction,
  ): Promise<{ id: number; holder?: string }[]>;
  /** Gives series back. */
  release(progress: SeriesProgress[], tx: Knex.Transaction): Promise<void>;
  /** Gives back all that a holder has taken, as it was. */
  releaseAll(holder: string): Promise<void>;
  /** A later result that is there already stays. */
  saveResults(results: SloResult[], tx: Knex.Transaction): Promise<void>;
}
