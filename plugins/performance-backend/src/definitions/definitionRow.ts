import {
  Definition,
  DefinitionProblem,
  Layer,
} from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
} from '../database/columns';
import {
  DefinitionSourceKey,
  DefinitionStatus,
  StoredDefinition,
  StoredDefinitionSource,
  WrittenDefinition,
} from './DefinitionStore';

/** A row of `definitions`. */
export interface DefinitionRow {
  id: number;
  definition_id: string;
  kind: string;
  name: string;
  title: string | null;
  layer: string;
  layer_rank: number;
  layer_entity_id: number | null;
  source_type: string;
  source_location: string;
  source_id: number | null;
  version: number;
  status: DefinitionStatus;
  retired_with_entity: BooleanColumn;
  problems: string;
  updated_at: BigIntColumn;
}

/** A row of `definition_versions`. */
export interface DefinitionVersionRow {
  definition: number;
  version: number;
  content: string;
  content_hash: string;
  document: string;
  created_at: BigIntColumn;
  created_by: string | null;
}

/** A row of `definition_sources`. */
export interface DefinitionSourceRow {
  id: number;
  source_key: string;
  type: 'config' | 'entity';
  location: string;
  configured_as: string | null;
  entity_id: number | null;
  status: StoredDefinitionSource['status'];
  absent_readings: number;
  message: string | null;
  problems: string;
  read_at: BigIntColumn | null;
}

const LAYER_RANKS: Record<Layer['kind'], number> = {
  org: 0,
  domain: 1,
  system: 2,
  component: 3,
};

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An entity has one file of definitions, wherever it moves; a file of the app-config is its location. */
export function sourceKeyOf(source: DefinitionSourceKey): string {
  return sha256(
    source.entityId === undefined
      ? `${source.type} ${source.location}`
      : `${source.type} ${source.entityId}`,
  );
}

/** The columns that follow from what was written. */
export function definitionColumns(
  { definition, problems }: WrittenDefinition,
  layerEntityId: number | undefined,
) {
  const { id, kind, metadata, layer, source } = definition;
  return {
    definition_id: id,
    kind,
    name: metadata.name,
    title: metadata.title ?? null,
    layer: layer.kind,
    layer_rank: LAYER_RANKS[layer.kind],
    layer_entity_id: layerEntityId ?? null,
    source_type: source.type,
    source_location: source.location,
    problems: JSON.stringify(problems),
  };
}

/** A row of `definitions` with its version in force and its layer's entity. */
export interface StoredDefinitionRow extends DefinitionRow {
  document: string;
  content: string;
  layer_entity_ref: string | null;
}

/** The definition as its version in force says; its layer follows an entity that was renamed. */
export function definitionOf(row: StoredDefinitionRow): Definition {
  const definition = jsonOf<Definition>(row.document);
  return {
    ...definition,
    version: row.version,
    ...(row.layer_entity_ref !== null && {
      layer: { ...definition.layer, entityRef: row.layer_entity_ref },
    }),
  };
}

export function storedDefinitionOf(row: StoredDefinitionRow): StoredDefinition {
  return {
    definition: definitionOf(row),
    content: row.content,
    status: row.status,
    problems: jsonOf<DefinitionProblem[]>(row.problems),
    updatedAt: dateOf(row.updated_at),
    layerEntityId: optional(row.layer_entity_id),
  };
}
