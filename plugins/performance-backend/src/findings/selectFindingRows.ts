import { FindingLink } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { Finding } from './Finding';
import { findingOfRow, FindingRowOfEntity } from './findingRow';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

export function selectFindingRows(
  knex: Knex,
): Knex.QueryBuilder<FindingRowOfEntity, FindingRowOfEntity[]> {
  return knex('findings')
    .join('entities', 'entities.id', 'findings.entity_id')
    .select('findings.*', {
      entity_ref: 'entities.entity_ref',
      comments: knex('finding_comments')
        .whereRaw('finding_comments.finding_id = findings.id')
        .count('*'),
    });
}

/** In the order of the rows. */
export async function toFindings(
  knex: Knex,
  rows: FindingRowOfEntity[],
): Promise<Finding[]> {
  const parts = new Map(
    rows.map(
      ({ id }): [number, { entityIds: number[]; links: FindingLink[] }] => [
        id,
        { entityIds: [], links: [] },
      ],
    ),
  );
  for (const ids of chunked([...parts.keys()], ROWS_PER_STATEMENT)) {
    const entities: { finding_id: number; entity_id: number }[] = await knex(
      'finding_entities',
    )
      .whereIn('finding_id', ids)
      .orderBy('position');
    for (const { finding_id: id, entity_id: entityId } of entities) {
      parts.get(id)?.entityIds.push(entityId);
    }
    const links: {
      finding_id: number;
      type: FindingLink['type'];
      url: string;
      title: string | null;
    }[] = await knex('finding_links')
      .whereIn('finding_id', ids)
      .orderBy('position');
    for (const { finding_id: id, type, url, title } of links) {
      parts.get(id)?.links.push({ type, url, ...(title && { title }) });
    }
  }
  return rows.map(row =>
    findingOfRow(row, parts.get(row.id) ?? { entityIds: [], links: [] }),
  );
}
