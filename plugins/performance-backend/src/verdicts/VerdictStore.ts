import {
  QuantileMethod,
  Stage,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { NotJudged, RunRecord } from '../runs/RunStore';

/** Identifies a current verdict in the database. */
export interface VerdictKey {
  ruleId: number;
  subjectId: number;
}

/** A row of `rules`; it never changes. */
export interface RuleRecord {
  id: number;
  /** E.g. `budget:http.request.duration:p95`. */
  key: string;
  area: string;
}

/** A verdict with the rows it refers to. */
export interface IdentifiedVerdict extends VerdictKey {
  verdict: Verdict;
  explanationId: number;
  /** Equal for explanations that differ in nothing but the wording of the reason. */
  essence: string;
}

/** A row of current state. */
export interface CurrentVerdictRecord extends VerdictKey {
  entityId: number;
  environment: string;
  state: VerdictState;
  value?: number;
  samples?: number;
  quantileMethod?: QuantileMethod;
  explanationId: number;
  /** See {@link IdentifiedVerdict}. */
  essence: string;
  runId?: string;
  since: Date;
  /**
   * What brought its only change of state since it came up, where this record is all that is stored of
   * that; history has the others.
   */
  firstCause?: ChangeCause;
  confirmed: boolean;
  /** Consecutive runs with this state, no further than confirming takes. */
  streak: number;
  /** When its evidence becomes too old, if nothing newer comes. */
  lapsesAt?: Date;
  /** When it may next change without anybody doing anything; never later than it lapses. */
  changesAt?: Date;
  /** What comes of a failure. */
  stage: Stage;
  nextStage?: Stage;
  nextStageAt?: Date;
  /** The one in force, whatever the state. */
  waiverId?: string;
  /** It fails, or has no data, and a waiver allows for it. */
  waived: boolean;
}

/** What brought a change of state: a run, samples of an SLO, the age of either, or a definition. */
export type ChangeCause = 'run' | 'samples' | 'age' | 'definition';

/** A change of state. */
export interface StateChange {
  at: Date;
  cause: ChangeCause;
  state: VerdictState;
  previousState?: VerdictState;
  value?: number;
  runId?: string;
  confirmed: boolean;
  explanationId: number;
}

export interface StoredStateChange extends StateChange {
  id: number;
}

/** What one run said about a rule and a subject. */
export interface Judgement {
  runId: string;
  startedAt: Date;
  state: VerdictState;
  value?: number;
  explanationId: number;
  lapsesAt?: Date;
}

/** All that is known of one verdict over time, oldest first. */
export interface VerdictPast extends VerdictKey {
  /** By valid runs of tracked branches. */
  judgements: Judgement[];
  changes: StoredStateChange[];
}

/** What an entity was found to be. */
export interface EntityFound {
  entityId: number;
  /** See `entityFingerprint`. */
  fingerprint: string;
  /** When the first of its verdicts may change without anybody doing anything. */
  changesAt?: number;
}

/** Verdicts of one entity. */
export interface EntityVerdicts {
  entityId: number;
  verdicts: Verdict[];
}

/** Current verdicts, what runs were judged, and changes of state. */
export interface VerdictStore {
  /**
   * Finds, or adds, the rows of rules, subjects and explanations that verdicts refer to. Once per
   * transaction, which has locked the entities.
   *
   * @returns in the order of the entities and of their verdicts.
   */
  identify(
    batch: EntityVerdicts[],
    tx: Knex.Transaction,
  ): Promise<IdentifiedVerdict[][]>;
  /** Equal for verdicts of the same rule whose explanations differ in nothing but the wording of the reason. */
  essenceOf(verdict: Verdict): string;

  /** Current verdicts of entities, by entity id. */
  current(
    entityIds: number[],
    tx: Knex.Transaction,
  ): Promise<Map<number, CurrentVerdictRecord[]>>;
  /** What entities were last found to be, by entity id; see `entityFingerprint`. */
  fingerprints(
    entityIds: number[],
    tx: Knex.Transaction,
  ): Promise<Map<number, string>>;
  saveFingerprints(found: EntityFound[], tx: Knex.Transaction): Promise<void>;
  /** Current verdicts that aren't there yet. */
  addCurrent(
    records: CurrentVerdictRecord[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Current verdicts that are there already. */
  saveCurrent(
    records: CurrentVerdictRecord[],
    tx: Knex.Transaction,
  ): Promise<void>;
  removeCurrent(keys: VerdictKey[], tx: Knex.Transaction): Promise<void>;
  /** Entities with a verdict that time may have changed. */
  entitiesDue(now: Date): Promise<number[]>;
  /** In the order of the ids, which have to exist. */
  rules(ids: number[], tx: Knex.Transaction): Promise<RuleRecord[]>;

  addRunVerdicts(
    run: Pick<RunRecord, 'id' | 'startedAt'>,
    verdicts: IdentifiedVerdict[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /**
   * The past of every verdict that a run holds measurements for. All of it is in history from then on:
   * what `firstCause` was read of them before no longer holds.
   */
  pastOfRun(runId: string, tx: Knex.Transaction): Promise<VerdictPast[]>;

  addChanges(
    changes: (VerdictKey & { change: StateChange })[],
    tx: Knex.Transaction,
  ): Promise<void>;
  removeChanges(ids: number[], tx: Knex.Transaction): Promise<void>;
  /** Lets changes of state no longer refer to a run that is about to be deleted. */
  detachChanges(runId: string, tx: Knex.Transaction): Promise<void>;
  /** Marks the newest change of state as confirmed. */
  confirmLastChange(key: VerdictKey, tx: Knex.Transaction): Promise<void>;

  /** Replaces what the cap on subjects left out, by entity id. */
  saveNotJudged(
    notJudged: Map<number, NotJudged[]>,
    tx: Knex.Transaction,
  ): Promise<void>;
  listNotJudged(entityId: number): Promise<NotJudged[]>;
}
