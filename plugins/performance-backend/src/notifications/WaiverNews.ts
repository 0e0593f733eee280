import { Knex } from 'knex';
import { BreakGlassListener } from '../gate/BreakGlassListener';
import { BreakGlass } from '../gate/BreakGlassStore';
import { WaiverListener } from '../waivers/WaiverListener';
import { Waiver, WaiverEvent } from '../waivers/WaiverStore';
import { breakGlassMessage } from './breakGlassMessage';
import { Outbox } from './Outbox';
import { waiverMessages } from './waiverMessages';

/** Tells people of exceptions: waivers and overrides of gates. */
export class WaiverNews implements WaiverListener, BreakGlassListener {
  constructor(
    private readonly options: {
      outbox: Outbox;
      /** Refs of users and groups who hear of requests. */
      approvers: string[];
    },
  ) {}

  async onWaiver(waiver: Waiver, event: WaiverEvent, tx: Knex.Transaction) {
    const { outbox, approvers } = this.options;
    await outbox.add(tx, waiverMessages(waiver, event, approvers));
  }

  async onBreakGlass(override: BreakGlass, tx: Knex.Transaction) {
    const { outbox, approvers } = this.options;
    await outbox.add(tx, [breakGlassMessage(override, approvers)]);
  }
}
