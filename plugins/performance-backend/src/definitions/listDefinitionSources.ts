import { DefinitionProblem } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { jsonOf, optional, optionalDateOf } from '../database/columns';
import { DefinitionSourceRow } from './definitionRow';
import { StoredDefinitionSource } from './DefinitionStore';
import { restrictToVisible } from './restrictToVisible';

/**
 * The sources a caller may see, problems first.
 *
 * @param entityRefs - only these entities' own.
 */
export async function listDefinitionSources(
  knex: Knex,
  access: Access,
  entityRefs?: string[],
): Promise<StoredDefinitionSource[]> {
  const query = knex('definition_sources')
    .leftJoin('entities', 'entities.id', 'definition_sources.entity_id')
    .select(
      'definition_sources.*',
      'entities.entity_ref',
      knex('definitions')
        .where('source_id', knex.ref('definition_sources.id'))
        .whereNot('status', 'retired')
        .count('*')
        .as('definitions'),
    )
    .orderByRaw(
      `case definition_sources.status when 'invalid' then 0 when 'unreadable' then 1 else 2 end`,
    )
    .orderBy('definition_sources.location');
  restrictToVisible(query, access, 'definition_sources.entity_id');
  if (entityRefs) {
    query.whereIn('entities.entity_ref', entityRefs);
  }
  const rows: (DefinitionSourceRow & {
    entity_ref: string | null;
    definitions: number | string;
  })[] = await query;
  return rows.map(row => ({
    type: row.type,
    location: row.location,
    configuredAs: optional(row.configured_as),
    entityId: optional(row.entity_id),
    entityRef: optional(row.entity_ref),
    status: row.status,
    message: optional(row.message),
    readAt: optionalDateOf(row.read_at),
    problems: jsonOf<DefinitionProblem[]>(row.problems),
    definitions: Number(row.definitions),
  }));
}
