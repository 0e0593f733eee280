import { EntityFact } from '@perf-governance/plugin-performance-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { createHash } from 'node:crypto';
import { EntityStore, ProjectedEntity } from './EntityStore';

interface EntityRow {
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
  retired_at: Date | string | null;
}

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

const MERGED_COLUMNS = [
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'fact',
  'fact_hash',
  'absent_sweeps',
  'retired_at',
] as const;

function optionalString(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function toRow(fact: EntityFact): Omit<EntityRow, 'id'> {
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
    retired_at: null,
  };
}

function toEntity(row: EntityRow): ProjectedEntity {
  const fact: EntityFact = JSON.parse(row.fact);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    owner: row.owner_ref ?? undefined,
    system: row.system_ref ?? undefined,
    domain: row.domain_ref ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tags: fact.entity.metadata.tags ?? [],
    fact,
    version: row.version,
    retired: row.retired_at !== null,
  };
}

/** Keeps the projection in the plugin's database. */
export class DatabaseEntityStore implements EntityStore {
  constructor(private readonly knex: Knex) {}

  async getByRef(entityRef: string, tx?: Knex.Transaction) {
    const row = await (tx ?? this.knex)<EntityRow>('entities')
      .where('entity_ref', entityRef.toLocaleLowerCase('en-US'))
      .first();
    return row && toEntity(row);
  }

  async getById(id: number, tx?: Knex.Transaction) {
    const row = await (tx ?? this.knex)<EntityRow>('entities')
      .where('id', id)
      .first();
    return row && toEntity(row);
  }

  async getByIds(ids: number[], tx?: Knex.Transaction) {
    const entities = new Map<number, ProjectedEntity>();
    for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
      const rows = await (tx ?? this.knex)<EntityRow>('entities').whereIn(
        'id',
        part,
      );
      for (const row of rows) {
        entities.set(row.id, toEntity(row));
      }
    }
    return ids.flatMap(id => entities.get(id) ?? []);
  }

  async list(options: { afterId?: number; limit: number }) {
    const rows = await this.knex<EntityRow>('entities')
      .where('id', '>', options.afterId ?? 0)
      .whereNull('retired_at')
      .orderBy('id')
      .limit(options.limit);
    return rows.map(toEntity);
  }

  async upsert(facts: EntityFact[]) {
    // One order for every replica, so that none waits for a row while holding another's.
    const sorted = [...facts].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    const changedIds: number[] = [];
    for (const part of chunked(sorted, ROWS_PER_STATEMENT)) {
      changedIds.push(...(await this.upsertChunk(part)));
    }
    return changedIds;
  }

  async rename(formerRef: string, entityRef: string) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const renamed = await this.knex<EntityRow>('entities')
      .where('entity_ref', formerRef)
      .whereNotExists(
        this.knex('entities as other').where('other.entity_ref', entityRef),
      )
      .update({ entity_ref: entityRef, kind, namespace, name });
    return renamed > 0;
  }

  async concludeSweep(seenRefs: Set<string>, now: Date) {
    return this.knex.transaction(async tx => {
      const rows = await tx<EntityRow>('entities')
        .whereNull('retired_at')
        .select('id', 'entity_ref', 'absent_sweeps');
      const retired: number[] = [];
      const absent: number[] = [];
      const back: number[] = [];
      for (const row of rows) {
        if (seenRefs.has(row.entity_ref)) {
          if (row.absent_sweeps > 0) {
            back.push(row.id);
          }
        } else if (row.absent_sweeps > 0) {
          retired.push(row.id);
        } else {
          absent.push(row.id);
        }
      }
      const updates: [number[], Partial<EntityRow>][] = [
        [back, { absent_sweeps: 0 }],
        [absent, { absent_sweeps: 1 }],
        [retired, { absent_sweeps: 2, retired_at: now }],
      ];
      for (const [ids, update] of updates) {
        for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
          await tx<EntityRow>('entities').whereIn('id', part).update(update);
        }
      }
      return retired;
    });
  }

  private async upsertChunk(facts: EntityFact[]): Promise<number[]> {
    const rows = facts.map(toRow);
    const known = await this.knex<EntityRow>('entities')
      .whereIn(
        'entity_ref',
        rows.map(row => row.entity_ref),
      )
      .select('entity_ref', 'fact_hash', 'retired_at');
    const unchanged = new Set(
      known
        .filter(row => row.retired_at === null)
        .map(row => `${row.entity_ref} ${row.fact_hash}`),
    );
    const changed = rows.filter(
      row => !unchanged.has(`${row.entity_ref} ${row.fact_hash}`),
    );
    if (changed.length === 0) {
      return [];
    }

    return this.knex.transaction(async tx => {
      const merged = Object.fromEntries(
        MERGED_COLUMNS.map(column => [column, tx.raw(`excluded.${column}`)]),
      );
      // The condition holds against a replica that wrote the same between the look-up and here.
      const written: Pick<EntityRow, 'id' | 'entity_ref'>[] = await tx(
        'entities',
      )
        .insert(changed)
        .onConflict('entity_ref')
        .merge({ ...merged, version: tx.raw('entities.version + 1') })
        .whereRaw(
          '(entities.fact_hash <> excluded.fact_hash or entities.retired_at is not null)',
        )
        .returning(['id', 'entity_ref']);
      const ids = new Map(written.map(row => [row.entity_ref, row.id]));
      await this.writeSatellites(tx, facts, ids);
      return written.map(row => row.id);
    });
  }

  private async writeSatellites(
    tx: Knex.Transaction,
    facts: EntityFact[],
    ids: Map<string, number>,
  ) {
    const owners: object[] = [];
    const domains: object[] = [];
    const tags: object[] = [];
    for (const fact of facts) {
      const id = ids.get(fact.entityRef);
      if (id === undefined) {
        continue;
      }
      owners.push(
        ...fact.owners.map((ref, depth) => ({
          entity_id: id,
          owner_ref: ref,
          depth,
        })),
      );
      domains.push(
        ...fact.domains.map((ref, depth) => ({
          entity_id: id,
          domain_ref: ref,
          depth,
        })),
      );
      tags.push(
        ...[...new Set(fact.entity.metadata.tags)].map(tag => ({
          entity_id: id,
          tag,
        })),
      );
    }
    for (const [table, rows] of [
      ['entity_owners', owners],
      ['entity_domains', domains],
      ['entity_tags', tags],
    ] as const) {
      await tx(table)
        .whereIn('entity_id', [...ids.values()])
        .delete();
      await tx.batchInsert(table, rows, ROWS_PER_STATEMENT);
    }
  }
}
