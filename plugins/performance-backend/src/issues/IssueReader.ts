import { FindingParts, FindingPartSource } from '../findings/FindingPresenter';
import { FindingIssue, IssueStore } from './IssueStore';
import { IssueTracker } from './IssueTracker';

/** Tells which issues findings are kept in step with, and how that goes. */
export class IssueReader implements FindingPartSource {
  constructor(
    private readonly options: {
      issues: IssueStore;
      trackers: ReadonlyMap<string, IssueTracker>;
    },
  ) {}

  async load(findingIds: number[]): Promise<Map<number, FindingParts>> {
    const { issues, trackers } = this.options;
    const found = await issues.getAll(findingIds);
    return new Map(
      found.map((issue): [number, FindingParts] => [
        issue.findingId,
        {
          issue: {
            tracker: issue.tracker,
            // Where it isn't configured any more, keys still tell.
            type:
              trackers.get(issue.tracker)?.type ??
              (issue.project.includes('/') ? 'github' : 'jira'),
            project: issue.project,
            key: issue.key,
            url: issue.url,
            closed: issue.closed,
            state: stateOf(issue),
            message: issue.error,
            retryAt:
              issue.error === undefined
                ? undefined
                : issue.nextAt?.toISOString(),
            syncedAt: issue.syncedAt?.toISOString(),
          },
        },
      ]),
    );
  }
}

function stateOf({ nextAt, error, syncedAt }: FindingIssue) {
  if (!nextAt) {
    return 'gone';
  }
  if (error !== undefined) {
    return 'failing';
  }
  return syncedAt ? 'in-step' : 'pending';
}
