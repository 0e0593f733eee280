import { Knex } from 'knex';
import { waiverOfRow, WaiverRowOfEntity } from '../waivers/waiverRow';
import { Outbox } from './Outbox';
import { waiverReminder } from './waiverMessages';

const DAY_MS = 24 * 60 * 60_000;

/** Tells requesters and owners some days ahead that a waiver is going to end. */
export class WaiverReminder {
  constructor(
    private readonly options: {
      knex: Knex;
      outbox: Outbox;
      /** Most first. */
      beforeDays: number[];
      clock: () => Date;
    },
  ) {}

  async remind(): Promise<void> {
    const { knex, outbox, beforeDays, clock } = this.options;
    const at = clock();
    const now = at.getTime();
    // Relies on waivers_status_idx.
    const rows: WaiverRowOfEntity[] = await knex('waivers')
      .join('entities', 'entities.id', 'waivers.entity_id')
      .whereNull('entities.retired_at')
      .where('waivers.status', 'approved')
      .where('waivers.expires_at', '>', now)
      .where(
        'waivers.expires_at',
        '<=',
        now + Math.max(0, ...beforeDays) * DAY_MS,
      )
      .select('waivers.*', 'entities.entity_ref');
    const messages = rows.map(row => {
      const waiver = waiverOfRow(row);
      const left = (waiver.expiresAt.getTime() - now) / DAY_MS;
      const reached = beforeDays.filter(days => left <= days);
      return waiverReminder(waiver, reached[reached.length - 1], at);
    });
    if (messages.length > 0) {
      await knex.transaction(tx => outbox.add(tx, messages));
    }
  }
}
