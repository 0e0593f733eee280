import { Knex } from 'knex';
import {
  FindingListener,
  FindingOccurrence,
} from '../findings/FindingListener';
import { findingMessages, findingSummaryMessages } from './findingMessages';
import { Outbox } from './Outbox';

/** Tells people of findings that are theirs to see to, or to verify. */
export class FindingNews implements FindingListener {
  constructor(private readonly outbox: Outbox) {}

  async onFinding(occurrence: FindingOccurrence, tx: Knex.Transaction) {
    await this.outbox.add(tx, findingMessages(occurrence));
  }

  async onTogether(occurrences: FindingOccurrence[], tx: Knex.Transaction) {
    await this.outbox.add(tx, findingSummaryMessages(occurrences));
  }
}
