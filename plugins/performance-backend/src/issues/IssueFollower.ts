import { Knex } from 'knex';
import { Finding, FindingEvent } from '../findings/Finding';
import { FindingListener } from '../findings/FindingListener';
import { IssueStore } from './IssueStore';

/** Has issues follow findings that changed as soon as possible. */
export class IssueFollower implements FindingListener {
  constructor(
    private readonly options: { issues: IssueStore; clock: () => Date },
  ) {}

  async onFinding(
    { id }: Finding,
    _event: FindingEvent,
    _previous: Finding | undefined,
    tx: Knex.Transaction,
  ) {
    const { issues, clock } = this.options;
    await issues.hurry(id, clock(), tx);
  }
}
