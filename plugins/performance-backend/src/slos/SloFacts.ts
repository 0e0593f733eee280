import {
  GovernanceFacts,
  SloFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { jsonOf } from '../database/columns';
import { EntityFactSource } from '../evaluation/EntityFactSource';

/** Tells evaluation how SLOs stand. */
export class SloFacts implements EntityFactSource {
  async load(entityIds: number[], _now: Date, tx: Knex) {
    // Relies on slos_subject_uidx.
    const rows: { entity_id: number; fact: string }[] = await tx('slos')
      .join('slo_statuses', 'slo_statuses.slo_id', 'slos.id')
      .where(isOneOf(tx, 'entity_id', entityIds))
      .whereNull('retired_at')
      .orderBy('id')
      .select('entity_id', 'fact');
    const facts = new Map<number, GovernanceFacts & { slos: SloFact[] }>();
    for (const row of rows) {
      const ofEntity = facts.get(row.entity_id) ?? { slos: [] };
      facts.set(row.entity_id, ofEntity);
      ofEntity.slos.push(jsonOf(row.fact));
    }
    return facts;
  }
}
