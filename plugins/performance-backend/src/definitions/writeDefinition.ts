import { Knex } from 'knex';
import {
  definitionColumns,
  DefinitionRow,
  DefinitionVersionRow,
  sha256,
} from './definitionRow';
import { WrittenDefinition } from './DefinitionStore';

/**
 * Brings a definition into force: adds a version where the text is new, and takes a retired one back.
 *
 * @param existing - its row, where there is one.
 * @returns whether what is in force changed.
 */
export async function writeDefinition(
  tx: Knex.Transaction,
  existing: DefinitionRow | undefined,
  written: WrittenDefinition,
  options: {
    now: Date;
    author?: string;
    layerEntityId?: number;
    sourceId?: number;
  },
): Promise<boolean> {
  const now = options.now.getTime();
  const columns = {
    ...definitionColumns(written, options.layerEntityId),
    source_id: options.sourceId ?? null,
    status: 'in-force' as const,
    retired_with_entity: false,
  };
  const hash = sha256(written.content);
  const version = {
    content: written.content,
    content_hash: hash,
    document: JSON.stringify(written.definition),
    created_at: now,
    created_by: options.author ?? null,
  };

  if (!existing) {
    const [{ id }] = await tx('definitions')
      .insert({ ...columns, version: 1, updated_at: now })
      .returning('id');
    await tx('definition_versions').insert({
      ...version,
      definition: id,
      version: 1,
    });
    return true;
  }

  const inForce = await tx<DefinitionVersionRow>('definition_versions')
    .where({ definition: existing.id, version: existing.version })
    .first('content_hash', 'document');
  const isNew = inForce?.content_hash !== hash;
  if (isNew) {
    await tx('definition_versions').insert({
      ...version,
      definition: existing.id,
      version: existing.version + 1,
    });
  } else if (inForce.document !== version.document) {
    // The same text at another line, or read by a newer parser.
    await tx('definition_versions')
      .where({ definition: existing.id, version: existing.version })
      .update({ document: version.document });
  }
  const changed =
    isNew ||
    existing.status === 'retired' ||
    inForce.document !== version.document;
  await tx('definitions')
    .where('id', existing.id)
    .update({
      ...columns,
      version: isNew ? existing.version + 1 : existing.version,
      ...(changed && { updated_at: now }),
    });
  return changed;
}
