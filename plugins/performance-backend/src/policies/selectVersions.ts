import {
  Definition,
  DefinitionKind,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn, dateOf, jsonOf } from '../database/columns';

/** What a definition said from some time on. */
export interface DatedDefinition {
  createdAt: Date;
  definition: Definition;
}

/** All versions of the definitions in force of some kinds, oldest first, by definition id. */
export async function selectVersions(
  knex: Knex,
  kinds: DefinitionKind[],
): Promise<Map<string, DatedDefinition[]>> {
  const rows: {
    definition_id: string;
    document: string;
    created_at: BigIntColumn;
  }[] = await knex('definition_versions')
    .join('definitions', 'definitions.id', 'definition_versions.definition')
    .whereIn('definitions.kind', kinds)
    .whereNot('definitions.status', 'retired')
    .orderBy(['definition_versions.definition', 'definition_versions.version'])
    .select(
      'definitions.definition_id',
      'definition_versions.document',
      'definition_versions.created_at',
    );
  const versions = new Map<string, DatedDefinition[]>();
  for (const row of rows) {
    const ofDefinition = versions.get(row.definition_id) ?? [];
    versions.set(row.definition_id, ofDefinition);
    ofDefinition.push({
      createdAt: dateOf(row.created_at),
      definition: jsonOf(row.document),
    });
  }
  return versions;
}
