import { Knex } from 'knex';
import { WaiverListener } from '../waivers/WaiverListener';
import { WaiverStore } from '../waivers/WaiverStore';
import { Finding } from './Finding';
import { FindingDeletionListener } from './FindingListener';

/** Ends waivers on findings that are deleted: there is nothing left to accept. */
export class WaiverRelease implements FindingDeletionListener {
  constructor(
    private readonly options: {
      waivers: WaiverStore;
      listeners: WaiverListener[];
    },
  ) {}

  async onDeleted({ id }: Finding, by: string, at: Date, tx: Knex.Transaction) {
    const { waivers, listeners } = this.options;
    const reason = `F-${id} was deleted`;
    for (const waiver of await waivers.listOpen(`finding:${id}`, tx)) {
      const status = waiver.status === 'approved' ? 'revoked' : 'withdrawn';
      const ended = await waivers.end(
        waiver.id,
        { from: ['requested', 'approved'], status, by, at, reason },
        tx,
      );
      for (const listener of ended ? listeners : []) {
        await listener.onWaiver(
          ended ?? waiver,
          { status, by, at, note: reason },
          tx,
        );
      }
    }
  }
}
