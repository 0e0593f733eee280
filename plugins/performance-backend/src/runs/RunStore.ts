import {
  components,
  ParsedReport,
  RunContext,
  RunType,
  Series,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';

export type StateCounts = Record<VerdictState, number>;
export type NotJudged = components['schemas']['NotJudged'];

/** A run as it is stored, without its series. */
export interface RunRecord extends RunContext {
  /** Follows from what identifies the run. */
  id: string;
  entityId: number;
  type: RunType;
  tool: string;
  toolVersion?: string;
  format: string;
  /** Of the change that it is of, as its sender says. */
  changeLabels: string[];
  /** Whether it may change current state. */
  tracked: boolean;
  startedAt: Date;
  endedAt: Date;
  durationSeconds?: number;
  /** Of the decompressed report. */
  contentSha256: string;
  /** Size of the decompressed report. */
  bytes: number;
  configuration?: ParsedReport['configuration'];
  /** Runs of one tool with the same fingerprint are comparable. */
  configurationFingerprint: string;
  toolVerdicts: ParsedReport['toolVerdicts'];
  warnings: ParsedReport['warnings'];
  timeline?: ParsedReport['timeline'];
  /** Worst of its own verdicts. */
  outcome?: VerdictState;
  counts: StateCounts;
  notJudged: NotJudged[];
  /** Count of `http.request.duration` over everything. */
  requests?: number;
  /** p95 of `http.request.duration` over everything, ms. */
  p95?: number;
  invalid?: Invalidation;
  createdAt: Date;
  createdBy: string;
}

export interface Invalidation {
  reason: string;
  at: Date;
  by: string;
}

export interface RunQuery {
  entityRef?: string;
  environment?: string;
  branch?: string;
  tool?: string;
  tracked?: boolean;
  valid?: boolean;
  outcome?: VerdictState[];
  startedAfter?: Date;
  startedBefore?: Date;
  sort: 'startedAt' | 'durationSeconds' | 'tool' | 'environment';
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** Where a run stands among others: newest is latest start, then greatest id. */
export type RunPosition = Pick<
  RunRecord,
  'id' | 'entityId' | 'environment' | 'startedAt'
>;

/** Runs and their series. */
export interface RunStore {
  insert(run: RunRecord, series: Series[], tx: Knex.Transaction): Promise<void>;
  get(runId: string, tx?: Knex.Transaction): Promise<RunRecord | undefined>;
  /** Only runs the caller may see, counted the same way. */
  list(
    query: RunQuery,
    access: Access,
  ): Promise<{ items: RunRecord[]; totalItems: number }>;
  /** How many runs of an entity the caller may see, the newest's start, and where they ran. */
  summary(
    entityId: number,
    access: Access,
  ): Promise<{ runCount: number; lastRunAt?: Date; environments: string[] }>;
  /** Whether a newer valid run of a tracked branch is there in the same environment. */
  hasNewer(run: RunPosition, tx: Knex.Transaction): Promise<boolean>;
  /**
   * Runs that this one may be compared with, newest first: earlier, tracked, valid, like it.
   *
   * @param options - `outcome`: only those judged so.
   */
  listComparable(
    run: RunRecord,
    options: { limit: number; outcome?: VerdictState },
  ): Promise<RunRecord[]>;
  /** A page of a run's series, without raw values. */
  listSeries(
    runId: string,
    options: { metric?: string; limit: number; offset: number },
  ): Promise<{ items: Series[]; totalItems: number }>;
  /** A run's series with raw values or sketch. */
  loadSeries(
    runId: string,
    options?: { metrics?: string[]; tx?: Knex.Transaction },
  ): Promise<Series[]>;
  /** Marks a run invalid, or valid again without an `invalidation`. */
  setInvalid(
    runId: string,
    invalidation: Invalidation | undefined,
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Labels may come later than the run, when its gate was closed. */
  saveChangeLabels(
    runId: string,
    changeLabels: string[],
    tx: Knex.Transaction,
  ): Promise<void>;
  delete(runId: string, tx: Knex.Transaction): Promise<void>;
}
