import {
  GovernanceFacts,
  RuleTrust,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { missingTrust } from './missingTrust';
import { TrustLimits } from './readEnforcementConfig';
import { TrustStore } from './TrustStore';

/** Tells evaluation by which rules policies may block. */
export class TrustFacts implements EntityFactSource {
  constructor(
    private readonly trust: TrustStore,
    private readonly limits: TrustLimits,
  ) {}

  async load(entityIds: number[], now: Date, tx: Knex) {
    // Days pass between two assessments: trust begins on time.
    const earned = (await this.trust.list({}, tx)).filter(
      record =>
        record.forced || missingTrust(record, this.limits, now).length === 0,
    );
    const trust = [...earned, ...(await this.trust.listOverrides({}, tx))].map(
      ({ definitionId, ruleId }): RuleTrust => ({
        definitionId,
        ruleId,
        trusted: true,
      }),
    );
    const facts = new Map<number, GovernanceFacts>();
    if (trust.length === 0) {
      return facts;
    }
    for (const id of entityIds) {
      facts.set(id, { trust });
    }
    return facts;
  }
}
