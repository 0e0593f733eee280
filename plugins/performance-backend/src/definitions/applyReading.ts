import {
  DefinitionProblem,
  Layer,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  DefinitionRow,
  DefinitionSourceRow,
  sourceKeyOf,
} from './definitionRow';
import {
  DefinitionSourceKey,
  DefinitionSourceReading,
  WrittenDefinition,
} from './DefinitionStore';
import { writeDefinition } from './writeDefinition';

async function upsertSource(
  tx: Knex.Transaction,
  source: DefinitionSourceKey,
  row: Pick<DefinitionSourceRow, 'status' | 'message' | 'problems'> &
    Partial<Pick<DefinitionSourceRow, 'read_at'>>,
): Promise<number> {
  const [{ id }] = await tx('definition_sources')
    .insert({
      source_key: sourceKeyOf(source),
      type: source.type,
      location: source.location,
      configured_as: source.configuredAs ?? null,
      entity_id: source.entityId ?? null,
      ...row,
    })
    .onConflict('source_key')
    .merge()
    .returning('id');
  return id;
}

function elsewhere(
  { definition }: WrittenDefinition,
  owner: DefinitionRow,
): DefinitionProblem {
  return {
    file: definition.source.location,
    line: definition.source.line ?? 1,
    column: 1,
    severity: 'error',
    rule: 'duplicate-definition',
    message: `${definition.id} is already defined in ${owner.source_location}, which stays in force; ${definition.source.location} needs another name for it.`,
  };
}

/** Retires definitions and says in which layers. */
export async function retireDefinitions(
  tx: Knex.Transaction,
  rows: DefinitionRow[],
  now: Date,
): Promise<Layer[]> {
  await tx<DefinitionRow>('definitions')
    .whereIn(
      'id',
      rows.map(row => row.id),
    )
    .update({
      status: 'retired',
      retired_with_entity: false,
      problems: '[]',
      updated_at: now.getTime(),
    });
  return layersOf(tx, rows);
}

/** The layers that definitions belong to, as their entities are called now. */
export async function layersOf(
  tx: Knex.Transaction,
  rows: DefinitionRow[],
): Promise<Layer[]> {
  const layers: { kind: Layer['kind']; entityRef: string | null }[] = await tx(
    'definitions',
  )
    .leftJoin('entities', 'entities.id', 'definitions.layer_entity_id')
    .whereIn(
      'definitions.id',
      rows.map(row => row.id),
    )
    .select({ kind: 'definitions.layer', entityRef: 'entities.entity_ref' });
  return layers.map(({ kind, entityRef }) =>
    entityRef === null ? { kind } : { kind, entityRef },
  );
}

/**
 * Stores what a source says now.
 *
 * @returns the layers in which something changed.
 */
export async function applyReading(
  tx: Knex.Transaction,
  source: DefinitionSourceKey,
  reading: DefinitionSourceReading,
  now: Date,
): Promise<Layer[]> {
  if (reading.status !== 'read') {
    await upsertSource(tx, source, {
      status: reading.status,
      message: reading.status === 'unreadable' ? reading.message : null,
      problems: JSON.stringify(
        reading.status === 'invalid' ? reading.problems : [],
      ),
    });
    return [];
  }

  const problems = [...reading.problems];
  const sourceId = await upsertSource(tx, source, {
    status: 'ok',
    message: null,
    problems: '[]',
    read_at: now.getTime(),
  });
  const known = await tx<DefinitionRow>('definitions')
    .where('source_id', sourceId)
    .whereNot('status', 'retired');
  const layers: Layer[] = [];
  const written = new Set<string>();
  for (const item of reading.definitions) {
    const existing = await tx<DefinitionRow>('definitions')
      .where('definition_id', item.definition.id)
      .first();
    if (
      existing &&
      existing.status !== 'retired' &&
      existing.source_id !== sourceId
    ) {
      problems.push(elsewhere(item, existing));
      continue;
    }
    written.add(item.definition.id);
    if (
      await writeDefinition(tx, existing, item, {
        now,
        sourceId,
        layerEntityId: source.entityId,
      })
    ) {
      layers.push(item.definition.layer);
    }
  }

  const errors = problems.filter(problem => problem.severity === 'error');
  const gone = known.filter(row => !written.has(row.definition_id));
  if (reading.problems.some(problem => problem.severity === 'error')) {
    // Which of them the broken text was meant to be can't be told: all of them stay as they were.
    await tx<DefinitionRow>('definitions')
      .whereIn(
        'id',
        gone.map(row => row.id),
      )
      .update({ status: 'invalid', problems: JSON.stringify(errors) });
  } else {
    layers.push(...(await retireDefinitions(tx, gone, now)));
  }
  await tx<DefinitionSourceRow>('definition_sources')
    .where('id', sourceId)
    .update({
      status: errors.length > 0 ? 'invalid' : 'ok',
      problems: JSON.stringify(problems),
    });
  return layers;
}
