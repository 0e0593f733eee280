import { ConflictError } from '@backstage/errors';
import { isFindingOpen } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Waiver, WaiverEvent } from '../waivers/WaiverStore';
import { WaiverListener } from '../waivers/WaiverListener';
import { FindingDesk } from './FindingDesk';
import { FindingStore } from './FindingStore';

const FINDING_RULE = /^finding:(\d{1,9})$/;

/**
 * Accepts the risk of open findings as long as there is a waiver on their verdict of the entity they belong to. Lets
 * nobody ask for one, or approve it, while there is no risk to accept: it would go on once the finding is open again.
 */
export class RiskAcceptance implements WaiverListener {
  constructor(
    private readonly options: { desk: FindingDesk; findings: FindingStore },
  ) {}

  /** @throws ConflictError where a waiver begins and the finding isn't open. */
  async onWaiver(waiver: Waiver, event: WaiverEvent, tx: Knex.Transaction) {
    const number = FINDING_RULE.exec(waiver.ruleId)?.[1];
    const finding =
      number && (await this.options.findings.get(Number(number), tx));
    if (!finding || finding.entityId !== waiver.entityId) {
      return;
    }
    const by = event.by ?? '';
    const begins = event.status === 'requested' || event.status === 'approved';
    if (begins && !isFindingOpen(finding)) {
      throw new ConflictError(
        `F-${finding.id} is ${finding.status}: only of open findings is there a risk to accept`,
      );
    }
    if (event.status === 'approved') {
      await this.options.desk.settle(
        finding.id,
        {
          status: 'risk-accepted',
          acceptedUntil: waiver.expiresAt,
          note: waiver.reason,
        },
        { by },
        tx,
      );
    } else if (finding.status === 'risk-accepted') {
      await this.options.desk.settle(
        finding.id,
        {
          status: 'open',
          note: `The waiver ${
            event.status === 'revoked' ? 'was revoked' : 'ended'
          }`,
        },
        { by, type: 'reopened' },
        tx,
      );
    }
  }
}
