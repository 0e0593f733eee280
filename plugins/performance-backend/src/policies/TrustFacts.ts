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
    const records = await this.trust.list({}, tx);
    const facts = new Map<number, GovernanceFacts>();
    if (records.length === 0) {
      return facts;
    }
    const overrides = await this.trust.listOverrides({}, tx);
    const overridden = new Set(
      overrides.map(
        ({ definitionId, ruleId = '' }) => `${definitionId} ${ruleId}`,
      ),
    );
    // Days pass between two assessments: trust begins on time.
    const trust = records.map(
      (record): RuleTrust => ({
        definitionId: record.definitionId,
        ruleId: record.ruleId,
        trusted:
          overridden.has(`${record.definitionId} `) ||
          overridden.has(`${record.definitionId} ${record.ruleId}`) ||
          record.forced ||
          missingTrust(record, this.limits, now).length === 0,
      }),
    );
    for (const id of entityIds) {
      facts.set(id, { trust });
    }
    return facts;
  }
}
