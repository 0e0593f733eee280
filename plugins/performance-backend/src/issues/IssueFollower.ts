import { Knex } from 'knex';
import {
  FindingListener,
  FindingOccurrence,
} from '../findings/FindingListener';
import { IssueStore } from './IssueStore';

/** Has issues follow findings that changed as soon as possible. */
export class IssueFollower implements FindingListener {
  constructor(
    private readonly options: { issues: IssueStore; clock: () => Date },
  ) {}

  async onFinding(
    { finding, previous }: FindingOccurrence,
    tx: Knex.Transaction,
  ) {
    const { issues, clock } = this.options;
    // Of a new one, there is no issue yet.
    if (previous) {
      await issues.hurry(finding.id, clock(), tx);
    }
  }
}
