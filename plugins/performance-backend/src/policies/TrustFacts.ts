import {
  GovernanceFacts,
  RuleTrust,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { longEnoughFrom, missingTrust } from './missingTrust';
import { TrustLimits } from './readEnforcementConfig';
import { TrustRecord, TrustStore } from './TrustStore';

/** Tells evaluation by which rules policies may block. */
export class TrustFacts implements EntityFactSource {
  constructor(
    private readonly trust: TrustStore,
    private readonly limits: TrustLimits,
  ) {}

  async load(entityIds: number[], now: Date, tx: Knex) {
    const records = await this.trust.list({}, tx);
    const overrides = await this.trust.listOverrides({}, tx);
    const trust = [
      ...records.map(record => this.#trustOf(record, now)),
      ...overrides.map(({ definitionId, ruleId }) => ({
        definitionId,
        ruleId,
        trusted: true,
      })),
    ];
    const facts = new Map<number, GovernanceFacts>();
    if (trust.length === 0) {
      return facts;
    }
    for (const id of entityIds) {
      facts.set(id, { trust });
    }
    return facts;
  }

  /** Days pass between two assessments: trust begins on time. */
  #trustOf(record: TrustRecord, now: Date): RuleTrust {
    const { definitionId, ruleId } = record;
    const from = longEnoughFrom(record, this.limits);
    return {
      definitionId,
      ruleId,
      trusted:
        record.forced || missingTrust(record, this.limits, now).length === 0,
      from: from && from > now ? from.toISOString() : undefined,
    };
  }
}
