import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunked } from '../database/chunked';
import { Outbox, OutboxMessage } from './Outbox';

/** As much as Backstage keeps of a notification's scope. */
const MAX_KEY_LENGTH = 255;

const ROWS_PER_STATEMENT = 200;

/** The end of a key that is too long becomes its hash. */
function storedKey(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) {
    return key;
  }
  const hash = createHash('sha256').update(key).digest('hex');
  return `${key.slice(0, MAX_KEY_LENGTH - hash.length - 1)}:${hash}`;
}

/** Keeps messages in the plugin's database until they are sent. */
export class DatabaseOutbox implements Outbox {
  constructor(
    private readonly options: {
      /** Whether people are told; otherwise only other plugins are. */
      notify: boolean;
      clock: () => Date;
    },
  ) {}

  async add(tx: Knex.Transaction, messages: OutboxMessage[]) {
    const { notify, clock } = this.options;
    const now = clock();
    const wanted = notify
      ? messages
      : messages.filter(({ type }) => type !== 'notification');
    const rows = wanted.map(({ type, key, ...payload }) => ({
      message_key: storedKey(key),
      type,
      payload: JSON.stringify(payload),
      due_at: now.getTime(),
    }));
    // One order for every transaction, so that none waits for a key while holding another's.
    rows.sort((a, b) => (a.message_key < b.message_key ? -1 : 1));
    for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
      await tx('outbox').insert(part).onConflict('message_key').ignore();
    }
  }
}
