import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { Finding } from '../findings/Finding';
import { FindingDesk } from '../findings/FindingDesk';
import { FindingStore } from '../findings/FindingStore';
import { issueContent } from './issueContent';
import { IssueFailure } from './IssueFailure';
import { issuePrincipal } from './issuePrincipal';
import { FindingIssue, IssueOutcome, IssueStore } from './IssueStore';
import { IssueTracker, RemoteIssue } from './IssueTracker';
import { isDropped, isSettled, mergeIssueState } from './mergeIssueState';

const MINUTE_MS = 60_000;

/** Much more than the requests of one issue take. */
const LEASE_MS = 5 * MINUTE_MS;

const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;

/** A clock of another machine may be so much behind. */
const CLOCK_SKEW_MS = 60 * MINUTE_MS;

/** Keeps findings and issues outside in step, whichever changed. */
export class IssueSync {
  readonly #options;
  /** Until when trackers, by name, asked not to be asked anything. */
  readonly #pauses = new Map<string, Date>();

  constructor(options: {
    knex: Knex;
    issues: IssueStore;
    findings: FindingStore;
    desk: FindingDesk;
    trackers: ReadonlyMap<string, IssueTracker>;
    /** Without a slash at the end. */
    appUrl: string;
    /** How often an issue is looked at that nothing happened to here, in milliseconds. */
    lookEvery: number;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Brings in step what is due, one after the other; replicas share the work. */
  async syncDue(signal?: AbortSignal): Promise<void> {
    const { issues, clock } = this.#options;
    while (!signal?.aborted) {
      const now = clock();
      const issue = await issues.claim(now, new Date(now.getTime() + LEASE_MS));
      if (!issue) {
        return;
      }
      await this.#sync(issue);
    }
  }

  async #sync(issue: FindingIssue): Promise<void> {
    const { findings, trackers, logger } = this.#options;
    const finding = await findings.get(issue.findingId);
    if (!finding) {
      return;
    }
    try {
      const tracker = trackers.get(issue.tracker);
      if (!tracker) {
        throw new IssueFailure(
          `There is no tracker '${issue.tracker}' in the configuration any more`,
          { passing: false },
        );
      }
      this.#assertAwake(tracker);
      const { key, marker = '' } = issue;
      await (key === undefined
        ? this.#create(issue, marker, finding, tracker)
        : this.#follow(issue, key, finding, tracker));
    } catch (error) {
      if (!(error instanceof IssueFailure)) {
        logger.error(
          `Could not keep F-${
            finding.id
          } in step with its issue: ${stringifyError(error)}`,
        );
      }
      if (error instanceof IssueFailure && error.retryAt) {
        this.#pauses.set(issue.tracker, error.retryAt);
      }
      await this.#fail(issue, error);
    }
  }

  /** Asking on while too much was asked already makes GitHub lock one out for good. */
  #assertAwake({ name }: IssueTracker): void {
    const until = this.#pauses.get(name);
    if (until && until > this.#options.clock()) {
      throw new IssueFailure(
        `Too much was asked of ${name}: it is left alone until ${until.toISOString()}`,
        { passing: true, retryAt: until },
      );
    }
    this.#pauses.delete(name);
  }

  async #create(
    issue: FindingIssue,
    marker: string,
    finding: Finding,
    tracker: IssueTracker,
  ): Promise<void> {
    const { appUrl } = this.#options;
    const { project, requestedAt, attempts } = issue;
    // An earlier attempt may have come further than its answer.
    const found =
      attempts > 1
        ? await tracker.find(
            project,
            marker,
            new Date(requestedAt.getTime() - CLOCK_SKEW_MS),
          )
        : undefined;
    const remote =
      found ??
      (await tracker.create(project, issueContent(finding, appUrl), marker));
    await this.#succeed(issue, finding, remote, `Made ${remote.key}`);
  }

  async #follow(
    issue: FindingIssue,
    key: string,
    finding: Finding,
    tracker: IssueTracker,
  ): Promise<void> {
    const { knex, desk, appUrl } = this.#options;
    const remote = await tracker.get(key);
    if (!remote) {
      await this.#giveUp(issue, key);
      return;
    }
    const { findingStatus, closeIssue } = mergeIssueState(
      finding.status,
      remote.closed,
      issue.closed,
    );
    let current = finding;
    if (findingStatus) {
      const settled = await knex.transaction(tx =>
        desk.settle(
          finding.id,
          {
            status: findingStatus,
            note: `${key} was ${remote.closed ? 'closed' : 'opened again'}${
              remote.reason ? ` as ${remote.reason}` : ''
            }`,
          },
          {
            by: issuePrincipal(tracker.type, key),
            type: isSettled(findingStatus) ? 'status' : 'reopened',
          },
          tx,
        ),
      );
      current = settled ?? finding;
    }
    const { marker, syncedVersion } = issue;
    const content =
      marker !== undefined && finding.version !== syncedVersion
        ? { ...issueContent(finding, appUrl), marker }
        : undefined;
    const after =
      content || closeIssue !== undefined
        ? await tracker.save(key, {
            content,
            closed: closeIssue,
            isDropped: isDropped(current.status),
          })
        : remote;
    await this.#succeed(issue, current, after);
  }

  async #succeed(
    issue: FindingIssue,
    finding: Finding,
    remote: RemoteIssue,
    note?: string,
  ): Promise<void> {
    const { knex, issues, findings, lookEvery, clock } = this.#options;
    await knex.transaction(async tx => {
      const now = clock();
      const current = await findings.lock(finding.id, tx);
      // Whoever changed it meanwhile wants the issue to follow.
      const wait = current?.version === finding.version ? lookEvery : 0;
      const outcome: IssueOutcome = {
        key: remote.key,
        url: remote.url,
        closed: remote.closed,
        syncedVersion: finding.version,
        syncedAt: now,
        nextAt: new Date(now.getTime() + wait),
        attempts: 0,
      };
      const isThere = await issues.conclude(finding.id, outcome, tx);
      if (isThere && note) {
        await findings.addEvent(
          finding.id,
          { type: 'issue', by: issue.requestedBy, at: now, note, changes: [] },
          tx,
        );
      }
    });
  }

  async #giveUp(issue: FindingIssue, key: string): Promise<void> {
    const { knex, issues, findings, clock } = this.#options;
    const note = `${key} isn't there, or not any more`;
    await knex.transaction(async tx => {
      await issues.conclude(
        issue.findingId,
        { ...issue, nextAt: undefined, attempts: 0, error: note },
        tx,
      );
      await findings.addEvent(
        issue.findingId,
        { type: 'issue', by: '', at: clock(), note, changes: [] },
        tx,
      );
    });
  }

  async #fail(issue: FindingIssue, error: unknown): Promise<void> {
    const { knex, issues, clock } = this.#options;
    const now = clock().getTime();
    const isPassing = !(error instanceof IssueFailure) || error.passing;
    const backoff = isPassing
      ? Math.min(MINUTE_MS * 2 ** (issue.attempts - 1), LONGEST_WAIT_MS)
      : LONGEST_WAIT_MS;
    const asked =
      error instanceof IssueFailure ? error.retryAt?.getTime() ?? 0 : 0;
    await knex.transaction(tx =>
      issues.conclude(
        issue.findingId,
        {
          ...issue,
          nextAt: new Date(Math.max(now + backoff, asked)),
          error: isError(error) ? error.message : String(error),
        },
        tx,
      ),
    );
  }
}
