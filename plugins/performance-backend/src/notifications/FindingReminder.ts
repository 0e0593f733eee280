import { Knex } from 'knex';
import { FindingStore } from '../findings/FindingStore';
import { findingOverdueMessage } from './findingMessages';
import { Outbox } from './Outbox';

const MOST_AT_ONCE = 500;

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
    const now = clock();
    for (let offset = 0; ; offset += MOST_AT_ONCE) {
      const items = await findings.list(
        { overdue: true, sort: 'dueDate', limit: MOST_AT_ONCE, offset },
        () => {},
        now,
      );
      if (items.length > 0) {
        await knex.transaction(tx =>
          outbox.add(tx, items.map(findingOverdueMessage)),
        );
      }
      if (items.length < MOST_AT_ONCE) {
        return;
      }
    }
  }
}
