import {
  GovernanceFacts,
  WaiverFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { dateOf, jsonOf } from '../database/columns';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { capOfRow, WaiverRow } from './waiverRow';

/** Tells evaluation which waivers are active. */
export class WaiverFacts implements EntityFactSource {
  async load(entityIds: number[], now: Date, tx: Knex) {
    // Relies on waivers_open_uidx.
    const rows: WaiverRow[] = await tx<WaiverRow>('waivers')
      .where(isOneOf(tx, 'entity_id', entityIds))
      .where('status', 'approved')
      .where('expires_at', '>', now.getTime())
      .orderBy('id');
    const facts = new Map<
      number,
      GovernanceFacts & { waivers: WaiverFact[] }
    >();
    for (const row of rows) {
      const ofEntity = facts.get(row.entity_id) ?? { waivers: [] };
      facts.set(row.entity_id, ofEntity);
      ofEntity.waivers.push(waiverFactOfRow(row));
    }
    return facts;
  }
}

/** @param row - of an approved one. */
export function waiverFactOfRow(row: WaiverRow): WaiverFact {
  return {
    id: String(row.id),
    ruleId: row.rule_key,
    environment: row.environment,
    labels: jsonOf(row.labels),
    approvedAt: dateOf(row.decided_at ?? row.requested_at).toISOString(),
    expiresAt: dateOf(row.expires_at).toISOString(),
    cap: capOfRow(row),
  };
}
