import { isFindingOpen } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Waiver, WaiverEvent } from '../waivers/WaiverStore';
import { WaiverListener } from '../waivers/WaiverListener';
import { FindingDesk } from './FindingDesk';
import { FindingStore } from './FindingStore';

const FINDING_RULE = /^finding:(\d{1,9})$/;

/**
 * Accepts the risk of open findings as long as there is a waiver on their verdict of the entity they belong to.
 */
export class RiskAcceptance implements WaiverListener {
  constructor(
    private readonly options: { desk: FindingDesk; findings: FindingStore },
  ) {}

  async onWaiver(waiver: Waiver, event: WaiverEvent, tx: Knex.Transaction) {
    const number = FINDING_RULE.exec(waiver.ruleId)?.[1];
    const finding =
      number && (await this.options.findings.get(Number(number), tx));
    if (!finding || finding.entityId !== waiver.entityId) {
      return;
    }
    const by = event.by ?? '';
    if (event.status === 'approved' && isFindingOpen(finding)) {
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
