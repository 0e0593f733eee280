import {
  findingRuleId,
  GovernanceFacts,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { waiverFactOfRow } from '../waivers/WaiverFacts';
import { WaiverRow } from '../waivers/waiverRow';

/**
 * Tells evaluation that the risk of findings is accepted: the waiver is at the entity that a finding belongs to, and
 * holds at all others that it affects.
 */
export class AcceptedRiskFacts implements EntityFactSource {
  async load(entityIds: number[], now: Date, tx: Knex.Transaction) {
    // Relies on finding_entities_entity_idx and waivers_entity_idx.
    const rows: (WaiverRow & { affected_id: number })[] = await tx(
      'finding_entities',
    )
      .join('findings', 'findings.id', 'finding_entities.finding_id')
      .join('waivers', join =>
        join
          .on('waivers.entity_id', 'findings.entity_id')
          .andOn(
            'waivers.rule_key',
            tx.raw('(? || findings.id)', [findingRuleId('')]),
          ),
      )
      .where(isOneOf(tx, 'finding_entities.entity_id', entityIds))
      .whereRaw('finding_entities.entity_id <> findings.entity_id')
      .where('findings.status', 'risk-accepted')
      .where('waivers.status', 'approved')
      .where('waivers.expires_at', '>', now.getTime())
      .orderBy('waivers.id')
      .select('waivers.*', 'finding_entities.entity_id as affected_id');
    const facts = new Map<number, GovernanceFacts>();
    for (const row of rows) {
      facts.set(row.affected_id, {
        waivers: [
          ...(facts.get(row.affected_id)?.waivers ?? []),
          waiverFactOfRow(row),
        ],
      });
    }
    return facts;
  }
}
