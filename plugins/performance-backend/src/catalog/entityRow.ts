import { parseEntityRef } from '@backstage/catalog-model';
import { EntityFact } from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';
import { BigIntColumn, optional } from '../database/columns';
import { DEFINITIONS_ANNOTATION, ProjectedEntity } from './EntityStore';

/** A row of `entities`. */
export interface EntityRow {
  id: number;
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lifecycle: string | null;
  fact: string;
  fact_hash: string;
  version: number;
  absent_sweeps: number;
  announced_version: number;
  retired_at: BigIntColumn | null;
  definitions_file: string | null;
}

function optionalString(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The row of a fact that is new. */
export function rowOfFact(fact: EntityFact): Omit<EntityRow, 'id'> {
  const { kind, namespace, name } = parseEntityRef(fact.entityRef);
  const { metadata, spec } = fact.entity;
  const json = JSON.stringify(fact);
  return {
    entity_ref: fact.entityRef,
    kind,
    namespace,
    name,
    title: optionalString(metadata.title),
    type: optionalString(spec?.type),
    owner_ref: optionalString(fact.owners[0]),
    system_ref: optionalString(fact.system),
    domain_ref: optionalString(fact.domains[0]),
    lifecycle: optionalString(spec?.lifecycle),
    fact: json,
    fact_hash: createHash('sha256').update(json).digest('hex'),
    version: 1,
    absent_sweeps: 0,
    announced_version: 0,
    retired_at: null,
    definitions_file: optionalString(
      metadata.annotations?.[DEFINITIONS_ANNOTATION],
    ),
  };
}

export function entityOfRow(row: EntityRow): ProjectedEntity {
  const fact: EntityFact = JSON.parse(row.fact);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: optional(row.title),
    type: optional(row.type),
    owner: optional(row.owner_ref),
    system: optional(row.system_ref),
    domain: optional(row.domain_ref),
    lifecycle: optional(row.lifecycle),
    tags: fact.entity.metadata.tags ?? [],
    fact,
    version: row.version,
    retired: row.retired_at !== null,
  };
}
