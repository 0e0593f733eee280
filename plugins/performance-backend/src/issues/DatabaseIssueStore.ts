import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { FindingIssue, IssueOutcome, IssueStore } from './IssueStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

interface IssueRow {
  finding_id: number;
  tracker: string;
  project: string;
  marker: string | null;
  issue_key: string | null;
  url: string | null;
  closed: BooleanColumn | null;
  synced_version: number;
  synced_at: BigIntColumn | null;
  requested_by: string;
  requested_at: BigIntColumn;
  next_at: BigIntColumn | null;
  attempts: number;
  error: string | null;
  leased_until: BigIntColumn;
}

/** Keeps issues in the plugin's database. */
export class DatabaseIssueStore implements IssueStore {
  constructor(private readonly knex: Knex) {}

  async getAll(findingIds: number[]) {
    const issues: FindingIssue[] = [];
    for (const part of chunked(findingIds, ROWS_PER_STATEMENT)) {
      const rows: IssueRow[] = await this.knex('finding_issues').whereIn(
        'finding_id',
        part,
      );
      issues.push(...rows.map(issueOfRow));
    }
    return issues;
  }

  async add(
    issue: Parameters<IssueStore['add']>[0],
    now: Date,
    tx: Knex.Transaction,
  ) {
    const row: IssueRow = {
      finding_id: issue.findingId,
      tracker: issue.tracker,
      project: issue.project,
      marker: issue.marker ?? null,
      issue_key: issue.key ?? null,
      url: null,
      closed: null,
      synced_version: 0,
      synced_at: null,
      requested_by: issue.requestedBy,
      requested_at: now.getTime(),
      next_at: now.getTime(),
      attempts: 0,
      error: null,
      leased_until: 0,
    };
    const added = await tx('finding_issues')
      .insert(row)
      .onConflict()
      .ignore()
      .returning('finding_id');
    return added.length > 0;
  }

  async remove(findingId: number, tx: Knex.Transaction) {
    const row: IssueRow | undefined = await tx('finding_issues')
      .where('finding_id', findingId)
      .forUpdate()
      .first();
    await tx('finding_issues').where('finding_id', findingId).delete();
    return row && issueOfRow(row);
  }

  async hurry(findingId: number, now: Date, tx: Knex.Transaction) {
    await tx('finding_issues')
      .where('finding_id', findingId)
      .whereNotNull('next_at')
      .update({ next_at: now.getTime() });
  }

  async retry(findingId: number, now: Date) {
    const found = await this.knex('finding_issues')
      .where('finding_id', findingId)
      .update({ next_at: now.getTime(), error: null, synced_at: null });
    return found > 0;
  }

  async claim(now: Date, leasedUntil: Date) {
    const { knex } = this;
    const due = (builder: Knex.QueryBuilder) =>
      builder
        .where('next_at', '<=', now.getTime())
        .where('leased_until', '<=', now.getTime());
    const [row]: IssueRow[] = await due(
      knex('finding_issues').where(
        'finding_id',
        // Relies on finding_issues_next_idx.
        due(knex('finding_issues'))
          .orderBy(['next_at', 'finding_id'])
          .limit(1)
          .select('finding_id'),
      ),
    )
      // Before anything is asked for, so that whoever comes after a crash knows of it.
      .update({
        leased_until: leasedUntil.getTime(),
        attempts: knex.raw('attempts + 1'),
      })
      .returning('*');
    return row && issueOfRow(row);
  }

  async conclude(
    findingId: number,
    outcome: IssueOutcome,
    tx: Knex.Transaction,
  ) {
    const concluded = await tx<IssueRow>('finding_issues')
      .where('finding_id', findingId)
      .update({
        issue_key: outcome.key ?? null,
        url: outcome.url ?? null,
        closed: outcome.closed ?? null,
        synced_version: outcome.syncedVersion,
        synced_at: outcome.syncedAt?.getTime() ?? null,
        next_at: outcome.nextAt?.getTime() ?? null,
        attempts: outcome.attempts,
        error: outcome.error ?? null,
        leased_until: 0,
      });
    return concluded > 0;
  }
}

function issueOfRow(row: IssueRow): FindingIssue {
  return {
    findingId: row.finding_id,
    tracker: row.tracker,
    project: row.project,
    marker: optional(row.marker),
    key: optional(row.issue_key),
    url: optional(row.url),
    closed: row.closed === null ? undefined : Boolean(row.closed),
    syncedVersion: row.synced_version,
    syncedAt: optionalDateOf(row.synced_at),
    requestedBy: row.requested_by,
    requestedAt: dateOf(row.requested_at),
    nextAt: optionalDateOf(row.next_at),
    attempts: row.attempts,
    error: optional(row.error),
  };
}
