import { Knex } from 'knex';
import { FindingStore } from '../findings/FindingStore';
import { findingOverdueMessage } from './findingMessages';
import { Outbox } from './Outbox';

const MOST_AT_ONCE = 1000;

/** Tells whoever sees to findings that their due day is over, once for each due day. */
export class FindingReminder {
  constructor(
    private readonly options: {
      knex: Knex;
      findings: FindingStore;
      outbox: Outbox;
      clock: () => Date;
    },
  ) {}

  async remind(): Promise<void> {
    const { knex, findings, outbox, clock } = this.options;
    const { items } = await findings.list(
      { overdue: true, sort: 'dueDate', limit: MOST_AT_ONCE, offset: 0 },
      () => {},
      clock(),
    );
    if (items.length > 0) {
      await knex.transaction(tx =>
        outbox.add(tx, items.map(findingOverdueMessage)),
      );
    }
  }
}
