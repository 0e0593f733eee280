import { Knex } from 'knex';
import { Finding, FindingEvent } from '../findings/Finding';
import { FindingListener } from '../findings/FindingListener';
import { findingMessages, importedFindingMessages } from './findingMessages';
import { Outbox } from './Outbox';

/** Tells people of findings that are theirs to see to, or to verify. */
export class FindingNews implements FindingListener {
  constructor(private readonly outbox: Outbox) {}

  async onFinding(
    finding: Finding,
    event: FindingEvent,
    previous: Finding | undefined,
    tx: Knex.Transaction,
  ) {
    await this.outbox.add(tx, findingMessages(finding, event, previous));
  }

  async onImported(findings: Finding[], by: string, tx: Knex.Transaction) {
    await this.outbox.add(tx, importedFindingMessages(findings, by));
  }
}
