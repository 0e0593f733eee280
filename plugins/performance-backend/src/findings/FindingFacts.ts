import {
  FindingCategory,
  FindingFact,
  FindingStatus,
  GovernanceFacts,
  RISK_LEVELS,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { optional } from '../database/columns';
import { EntityFactSource } from '../evaluation/EntityFactSource';

interface FindingFactRow {
  affected_id: number;
  id: number;
  title: string;
  category: FindingCategory;
  /** Position among the levels. */
  risk: number;
  status: FindingStatus;
  due_date: string | null;
}

const NO_FINDINGS: GovernanceFacts = { findings: [] };

/** Tells evaluation which findings affect entities. */
export class FindingFacts implements EntityFactSource {
  async load(entityIds: number[], _now: Date, tx: Knex.Transaction) {
    // Relies on finding_entities_entity_idx.
    const rows: FindingFactRow[] = await tx('finding_entities')
      .join('findings', 'findings.id', 'finding_entities.finding_id')
      .join('entities', 'entities.id', 'finding_entities.entity_id')
      .where(isOneOf(tx, 'finding_entities.entity_id', entityIds))
      // Nothing is judged of what the catalog doesn't have any more.
      .whereNull('entities.retired_at')
      .whereNotIn('findings.status', ['duplicate', 'invalid'])
      .orderBy('findings.id')
      .select(
        'finding_entities.entity_id as affected_id',
        'findings.id',
        'findings.title',
        'findings.category',
        'findings.risk',
        'findings.status',
        'findings.due_date',
      );
    const found = new Map<number, FindingFact[]>();
    for (const row of rows) {
      const ofEntity = found.get(row.affected_id) ?? [];
      found.set(row.affected_id, ofEntity);
      ofEntity.push({
        findingId: String(row.id),
        title: row.title,
        category: row.category,
        risk: RISK_LEVELS[row.risk],
        status: row.status,
        dueDate: optional(row.due_date),
      });
    }
    // Of every entity: that there is none is known, too.
    return new Map(
      entityIds.map((id): [number, GovernanceFacts] => {
        const findings = found.get(id);
        return [id, findings ? { findings } : NO_FINDINGS];
      }),
    );
  }
}
