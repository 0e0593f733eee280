import { Layer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { layersOf, retireDefinitions } from './applyReading';
import { DefinitionRow } from './definitionRow';

/**
 * Retires definitions of entities that are retired, and brings those back that were made through the
 * API and retired with an entity that is back.
 *
 * @returns the layers in which something changed.
 */
export async function followEntities(
  tx: Knex.Transaction,
  now: Date,
): Promise<Layer[]> {
  // Relies on definitions_layer_entity_index.
  const ofEntities = () =>
    tx<DefinitionRow>('definitions')
      .join('entities', 'entities.id', 'definitions.layer_entity_id')
      .select<DefinitionRow[]>('definitions.*');
  const gone = await ofEntities()
    .whereNot('definitions.status', 'retired')
    .whereNotNull('entities.retired_at');
  const back = await ofEntities()
    .where('definitions.retired_with_entity', true)
    .where('definitions.status', 'retired')
    .whereNull('entities.retired_at');
  if (gone.length === 0 && back.length === 0) {
    return [];
  }
  const layers = await retireDefinitions(tx, gone, now);
  await update(
    tx,
    gone.filter(row => row.source_type === 'api'),
    { retired_with_entity: true },
  );
  await update(tx, back, {
    status: 'in-force',
    retired_with_entity: false,
    updated_at: now.getTime(),
  });
  return [...layers, ...(await layersOf(tx, back))];
}

async function update(
  tx: Knex.Transaction,
  rows: DefinitionRow[],
  changes: Partial<DefinitionRow>,
): Promise<void> {
  await tx<DefinitionRow>('definitions')
    .whereIn(
      'id',
      rows.map(row => row.id),
    )
    .update(changes);
}
