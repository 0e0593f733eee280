import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { DisputeListener } from '../disputes/DisputeListener';
import { Dispute } from '../disputes/DisputeStore';
import { BreakGlassListener } from '../gate/BreakGlassListener';
import { BreakGlass } from '../gate/BreakGlassStore';
import { WaiverListener } from '../waivers/WaiverListener';
import { Waiver, WaiverEvent } from '../waivers/WaiverStore';
import { breakGlassMessage } from './breakGlassMessage';
import { disputeMessages } from './disputeMessages';
import { Outbox } from './Outbox';
import { waiverMessages } from './waiverMessages';

/** Tells people of exceptions: waivers, overrides of gates and disputes. */
export class WaiverNews
  implements WaiverListener, BreakGlassListener, DisputeListener
{
  constructor(
    private readonly options: {
      outbox: Outbox;
      /** Refs of users and groups who hear of requests, overrides and disputes. */
      approvers: string[];
    },
  ) {}

  async onWaiver(
    waiver: Waiver,
    event: WaiverEvent,
    tx: Knex.Transaction,
    value?: number,
  ) {
    const { outbox, approvers } = this.options;
    await outbox.add(tx, waiverMessages(waiver, event, approvers, value));
  }

  async onBreakGlass(override: BreakGlass, tx: Knex.Transaction) {
    const { outbox, approvers } = this.options;
    await outbox.add(tx, [breakGlassMessage(override, approvers)]);
  }

  async onDispute(
    dispute: Dispute,
    { entityRef }: ProjectedEntity,
    tx: Knex.Transaction,
  ) {
    const { outbox, approvers } = this.options;
    await outbox.add(tx, disputeMessages(dispute, entityRef, approvers));
  }
}
