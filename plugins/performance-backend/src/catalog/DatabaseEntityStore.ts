import { EntityFact, Layer } from '@perf-governance/plugin-performance-common';
import { parseEntityRef, RELATION_HAS_PART } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { entityOfRow, EntityRow, rowOfFact } from './entityRow';
import { EntityStore, ProjectedEntity, ProjectedGroup } from './EntityStore';
import { findKnownRefs } from './findKnownRefs';

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
  'definitions_file',
] as const;

/** Keeps the projection in the plugin's database. */
export class DatabaseEntityStore implements EntityStore {
  constructor(private readonly knex: Knex) {}

  async getByRef(entityRef: string, tx?: Knex.Transaction) {
    const row = await (tx ?? this.knex)<EntityRow>('entities')
      .where('entity_ref', entityRef.toLocaleLowerCase('en-US'))
      .first();
    return row && entityOfRow(row);
  }

  async getById(id: number, tx?: Knex.Transaction) {
    const row = await (tx ?? this.knex)<EntityRow>('entities')
      .where('id', id)
      .first();
    return row && entityOfRow(row);
  }

  async getByIds(ids: number[], tx?: Knex.Transaction) {
    const entities = new Map<number, ProjectedEntity>();
    for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
      const rows = await (tx ?? this.knex)<EntityRow>('entities').whereIn(
        'id',
        part,
      );
      for (const row of rows) {
        entities.set(row.id, entityOfRow(row));
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
    return rows.map(entityOfRow);
  }

  async listWithDefinitions() {
    const rows = await this.knex<EntityRow>('entities')
      .whereNotNull('definitions_file')
      .whereNull('retired_at')
      .orderBy('id');
    return rows.map(entityOfRow);
  }

  async listIdsIn({ kind, entityRef }: Layer) {
    const query = this.knex('entities').select('entities.id');
    if (kind === 'domain') {
      query
        .join('entity_domains', 'entity_domains.entity_id', 'entities.id')
        .where('entity_domains.domain_ref', String(entityRef));
    } else if (kind === 'system') {
      query.where('system_ref', String(entityRef));
    } else if (kind === 'component') {
      const component = await this.getByRef(String(entityRef));
      const parts = (component?.fact.entity.relations ?? [])
        .filter(relation => relation.type === RELATION_HAS_PART)
        .map(relation => relation.targetRef);
      query.whereIn('entity_ref', [String(entityRef), ...parts]);
    }
    const rows: Pick<EntityRow, 'id'>[] = await query.orderBy('entities.id');
    return rows.map(row => row.id);
  }

  async upsert(facts: EntityFact[]) {
    // One order for every replica, so that none waits for a row while holding another's.
    const sorted = [...facts].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    for (const part of chunked(sorted, ROWS_PER_STATEMENT)) {
      await this.upsertChunk(part);
    }
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

  async findKnownRefs(entityRefs: string[]) {
    return findKnownRefs(this.knex, entityRefs);
  }

  async replaceGroups(groups: ProjectedGroup[]) {
    // One order for every replica, so that none waits for a row while holding another's.
    const rows = groups
      .map(({ entityRef, title, parent }) => ({
        entity_ref: entityRef,
        title: title ?? null,
        parent_ref: parent ?? null,
      }))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    const textOf = (row: (typeof rows)[number]) =>
      JSON.stringify([row.entity_ref, row.title, row.parent_ref]);
    const known = await this.knex<(typeof rows)[number]>('catalog_groups');
    const unchanged = new Set(known.map(textOf));
    const present = new Set(rows.map(row => row.entity_ref));
    const changed = rows.filter(row => !unchanged.has(textOf(row)));
    const gone = known
      .map(row => row.entity_ref)
      .filter(ref => !present.has(ref))
      .sort();
    if (changed.length + gone.length === 0) {
      return;
    }
    await this.knex.transaction(async tx => {
      for (const part of chunked(changed, ROWS_PER_STATEMENT)) {
        await tx('catalog_groups')
          .insert(part)
          .onConflict('entity_ref')
          .merge();
      }
      for (const part of chunked(gone, ROWS_PER_STATEMENT)) {
        await tx('catalog_groups').whereIn('entity_ref', part).delete();
      }
    });
  }

  async concludeSweep(seenRefs: Set<string>, now: Date) {
    await this.knex.transaction(async tx => {
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
      const updates: [number[], object][] = [
        [back, { absent_sweeps: 0 }],
        [absent, { absent_sweeps: 1 }],
        [
          retired,
          {
            absent_sweeps: 2,
            retired_at: now.getTime(),
            version: tx.raw('version + 1'),
          },
        ],
      ];
      for (const [ids, update] of updates) {
        for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
          await tx('entities').whereIn('id', part).update(update);
        }
      }
    });
  }

  async listUnannounced() {
    return this.knex<EntityRow>('entities')
      .whereRaw('announced_version < version')
      .orderBy('id')
      .select('id', 'version');
  }

  async markAnnounced(entities: { id: number; version: number }[]) {
    const idsByVersion = new Map<number, number[]>();
    for (const { id, version } of entities) {
      const ids = idsByVersion.get(version) ?? [];
      ids.push(id);
      idsByVersion.set(version, ids);
    }
    for (const [version, ids] of idsByVersion) {
      for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
        await this.knex<EntityRow>('entities')
          .whereIn('id', part)
          .andWhere('announced_version', '<', version)
          .update({ announced_version: version });
      }
    }
  }

  private async upsertChunk(facts: EntityFact[]): Promise<void> {
    const rows = facts.map(rowOfFact);
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
      return;
    }

    await this.knex.transaction(async tx => {
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
