import { Analysis } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** Why an analysis is made: the catalog or limits changed, a person asked, or the last one is old. */
export type AnalysisTrigger = 'change' | 'request' | 'schedule';

/** An analysis that has ended. */
export interface AnalysisRun {
  startedAt: Date;
  endedAt: Date;
  trigger: AnalysisTrigger;
  requestedBy?: string;
  /** Why it came to nothing; then there are no counts. */
  failure?: string;
  counts?: AnalysisRunCounts;
}

export interface AnalysisRunCounts {
  entities: number;
  relations: number;
  appeared: number;
  gone: number;
  unchanged: number;
  leftOut: Analysis['leftOut'];
}

/** One that this replica is at work on. */
export interface ClaimedAnalysisRun {
  id: number;
  startedAt: Date;
}

/** Which analyses are to be made; at most one waits and one is made at a time, over all replicas. */
export interface AnalysisRunStore {
  /** Does nothing where one waits already. */
  request(request: {
    trigger: AnalysisTrigger;
    notBefore: Date;
  }): Promise<void>;
  /**
   * Begins with what waits and is due, or what a replica left that was killed.
   *
   * @returns undefined where there is nothing, or another replica is at work.
   */
  claimDue(holder: string, now: Date): Promise<ClaimedAnalysisRun | undefined>;
  /**
   * Begins at once; what waits is done with it.
   *
   * @returns undefined where one is being made.
   */
  claimNow(
    holder: string,
    requestedBy: string,
    now: Date,
  ): Promise<ClaimedAnalysisRun | undefined>;
  /**
   * Ends it in the transaction that keeps what it found, which nobody else can do then.
   *
   * @returns false where another replica has taken it over.
   */
  conclude(
    run: ClaimedAnalysisRun,
    holder: string,
    at: Date,
    tx: Knex.Transaction,
  ): Promise<boolean>;
  /** @param gapsHash - of what it could not say. */
  describe(
    run: ClaimedAnalysisRun,
    counts: AnalysisRunCounts,
    gapsHash: string,
    tx: Knex.Transaction,
  ): Promise<void>;
  fail(
    run: ClaimedAnalysisRun,
    holder: string,
    at: Date,
    failure: string,
  ): Promise<void>;
  /** The last that has ended. */
  last(): Promise<AnalysisRun | undefined>;
  /** The last that has ended and didn't fail. */
  lastSuccess(): Promise<(AnalysisRun & { gapsHash: string }) | undefined>;
  /** Whether one waits or is being made. */
  isPending(): Promise<boolean>;
}
