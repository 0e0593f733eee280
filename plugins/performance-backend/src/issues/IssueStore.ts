import { Knex } from 'knex';

/** An issue that a finding is kept in step with. */
export interface FindingIssue {
  findingId: number;
  /** Its configured name. */
  tracker: string;
  project: string;
  /**
   * By which it is found where its creation had no answer. Absent for an issue that was there already, whose words are
   * others' and stay as they are.
   */
  marker?: string;
  /** Absent until it is created. */
  key?: string;
  url?: string;
  /** When both were last in step; absent until they were. */
  closed?: boolean;
  /** The finding's, when both were last in step. */
  syncedVersion: number;
  syncedAt?: Date;
  requestedBy: string;
  requestedAt: Date;
  /** Absent where the issue is gone. */
  nextAt?: Date;
  /** Since the last success, the one under way included. */
  attempts: number;
  /** Of the last attempt. */
  error?: string;
}

/** What an attempt came to. */
export interface IssueOutcome
  extends Pick<
    FindingIssue,
    | 'key'
    | 'url'
    | 'closed'
    | 'syncedVersion'
    | 'syncedAt'
    | 'attempts'
    | 'error'
  > {
  nextAt?: Date;
}

export interface IssueStore {
  /** Those that aren't there are left out. */
  getAll(findingIds: number[]): Promise<FindingIssue[]>;
  /** @returns whether it was added; not where the finding, or the issue, has one already. */
  add(
    issue: Pick<
      FindingIssue,
      'findingId' | 'tracker' | 'project' | 'marker' | 'key' | 'requestedBy'
    >,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<boolean>;
  /** @returns the issue that the finding had. */
  remove(
    findingId: number,
    tx: Knex.Transaction,
  ): Promise<FindingIssue | undefined>;
  /** Has a finding's issue brought in step as soon as possible. */
  hurry(findingId: number, now: Date, tx: Knex.Transaction): Promise<void>;
  /**
   * Has a finding's issue looked at as soon as possible, also one that is gone.
   *
   * @returns whether the finding has one.
   */
  retry(findingId: number, now: Date): Promise<boolean>;
  /** One that is due, for this replica alone until the time given. */
  claim(now: Date, leasedUntil: Date): Promise<FindingIssue | undefined>;
  /** @returns whether it is still there. */
  conclude(
    findingId: number,
    outcome: IssueOutcome,
    tx: Knex.Transaction,
  ): Promise<boolean>;
}
