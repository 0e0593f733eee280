import { ConflictError, NotFoundError } from '@backstage/errors';
import { Definition, Layer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { dateOf, optional } from '../database/columns';
import { countVerdicts } from './countVerdicts';
import { applyReading, retireDefinitions } from './applyReading';
import { followEntities } from './followEntities';
import {
  definitionOf,
  DefinitionRow,
  DefinitionSourceRow,
  DefinitionVersionRow,
  sourceKeyOf,
  StoredDefinitionRow,
  storedDefinitionOf,
} from './definitionRow';
import {
  DefinitionChanges,
  DefinitionSourceKey,
  DefinitionSourceReading,
  DefinitionStore,
  WrittenDefinition,
} from './DefinitionStore';
import { listDefinitionSources } from './listDefinitionSources';
import { restrictToVisible } from './restrictToVisible';
import { writeDefinition } from './writeDefinition';

type ListOptions = Parameters<DefinitionStore['list']>[0];

const SORT_COLUMNS = {
  name: 'definitions.name',
  kind: 'definitions.kind',
  layer: 'definitions.layer_rank',
  updatedAt: 'definitions.updated_at',
};

/** Keeps definitions in the plugin's database. */
export class DatabaseDefinitionStore implements DefinitionStore {
  constructor(private readonly knex: Knex, private readonly now: () => Date) {}

  async version(tx?: Knex.Transaction) {
    return (await this.state(tx)).version;
  }

  async listInForce() {
    const rows = await this.withDocument()
      .whereNot('definitions.status', 'retired')
      .orderBy(['definitions.layer_rank', 'definitions.definition_id']);
    return rows.map(definitionOf);
  }

  async list({ access, filter, order, limit, offset }: ListOptions) {
    const narrow = (query: Knex.QueryBuilder) => {
      restrictToVisible(query, access, 'definitions.layer_entity_id');
      for (const [column, values] of [
        ['definitions.kind', filter.kind],
        ['definitions.layer', filter.layer],
        ['definitions.status', filter.status],
      ] as const) {
        if (values) {
          query.whereIn(column, values);
        }
      }
      if (filter.text) {
        const pattern = `%${filter.text
          .toLocaleLowerCase('en-US')
          .replace(/[\\%_]/g, '\\$&')}%`;
        query.andWhere(either => {
          for (const column of ['definitions.name', 'definitions.title']) {
            either.orWhereRaw(`lower(??) like ? escape '\\'`, [
              column,
              pattern,
            ]);
          }
        });
      }
    };
    const page = this.withDocument()
      .orderBy([
        { column: SORT_COLUMNS[order.field], order: order.direction },
        { column: 'definitions.definition_id' },
      ])
      .limit(limit)
      .offset(offset);
    narrow(page);
    const count = this.knex('definitions').count({ total: '*' });
    narrow(count);
    const [rows, [{ total }]] = [await page, await count];
    return { items: rows.map(storedDefinitionOf), totalItems: Number(total) };
  }

  async get(definitionId: string) {
    const row = await this.withDocument()
      .where('definitions.definition_id', definitionId)
      .first();
    return row && storedDefinitionOf(row);
  }

  async countVerdicts(access: Access, definitions: Definition[]) {
    return countVerdicts(this.knex, access, definitions);
  }

  async listVersions(definitionId: string) {
    const rows: DefinitionVersionRow[] = await this.versions(definitionId)
      .orderBy('definition_versions.version', 'desc')
      .select(
        'definition_versions.version',
        'definition_versions.created_at',
        'definition_versions.created_by',
      );
    return rows.map(row => ({
      version: row.version,
      createdAt: dateOf(row.created_at),
      createdBy: optional(row.created_by),
    }));
  }

  async getVersion(definitionId: string, version: number) {
    const row: DefinitionVersionRow | undefined = await this.versions(
      definitionId,
    )
      .where('definition_versions.version', version)
      .first('definition_versions.*');
    return (
      row && {
        version: row.version,
        content: row.content,
        createdAt: dateOf(row.created_at),
        createdBy: optional(row.created_by),
      }
    );
  }

  async listSources(access: Access, entityRefs?: string[]) {
    return listDefinitionSources(this.knex, access, entityRefs);
  }

  async listConfigSources() {
    const rows = await this.knex<DefinitionSourceRow>('definition_sources')
      .where('type', 'config')
      .whereIn(
        'id',
        this.knex('definitions')
          .whereNot('status', 'retired')
          .select('source_id'),
      )
      .select('type', 'location', 'configured_as');
    return rows.map(row => ({
      type: row.type,
      location: row.location,
      configuredAs: optional(row.configured_as),
    }));
  }

  async applyReading(
    source: DefinitionSourceKey,
    reading: DefinitionSourceReading,
  ) {
    return this.change(tx => applyReading(tx, source, reading, this.now()));
  }

  async concludeReading(
    sources: (DefinitionSourceKey & { isAbsent?: boolean })[],
  ) {
    const named = new Map(
      sources.map(source => [sourceKeyOf(source), source.isAbsent ?? false]),
    );
    return this.change(async tx => {
      const rows = await tx<DefinitionSourceRow>('definition_sources');
      const gone: DefinitionSourceRow[] = [];
      for (const row of rows) {
        const isAbsent = named.get(row.source_key);
        if (isAbsent === undefined || (isAbsent && row.absent_readings > 0)) {
          gone.push(row);
        } else if (isAbsent !== row.absent_readings > 0) {
          await tx<DefinitionSourceRow>('definition_sources')
            .where('id', row.id)
            .update({ absent_readings: isAbsent ? 1 : 0 });
        }
      }
      const layers: Layer[] = [];
      for (const source of gone) {
        const definitions = await tx<DefinitionRow>('definitions')
          .where('source_id', source.id)
          .whereNot('status', 'retired');
        layers.push(...(await retireDefinitions(tx, definitions, this.now())));
        await tx('definition_sources').where('id', source.id).delete();
      }
      return layers;
    });
  }

  async followEntities() {
    return this.change(async tx => followEntities(tx, this.now()));
  }

  async write(
    written: WrittenDefinition,
    { mode, ...options }: Parameters<DefinitionStore['write']>[1],
  ) {
    return this.change(async tx => {
      const existing = await tx<DefinitionRow>('definitions')
        .where('definition_id', written.definition.id)
        .first();
      if (existing && existing.status !== 'retired') {
        if (existing.source_type !== 'api') {
          throw new ConflictError(
            `${written.definition.id} is defined in ${existing.source_location}; change it there`,
          );
        }
        if (mode === 'create') {
          throw new ConflictError(
            `There is a definition ${written.definition.id} already`,
          );
        }
      }
      const changed = await writeDefinition(tx, existing, written, {
        now: this.now(),
        ...options,
      });
      return changed ? [written.definition.layer] : [];
    });
  }

  async retire(definitionId: string) {
    return this.change(async tx => {
      const row = await tx<DefinitionRow>('definitions')
        .where('definition_id', definitionId)
        .whereNot('status', 'retired')
        .first();
      if (!row) {
        throw new NotFoundError(`There is no definition ${definitionId}`);
      }
      const source = await tx<DefinitionSourceRow>('definition_sources')
        .where('id', row.source_id)
        .first();
      if (source && source.status !== 'unreadable') {
        throw new ConflictError(
          `${definitionId} is defined in ${source.location}; remove it there`,
        );
      }
      return retireDefinitions(tx, [row], this.now());
    });
  }

  async hasUnannouncedChanges() {
    const { version, announced_version } = await this.state();
    return announced_version < version;
  }

  async markAnnounced(version: number) {
    await this.knex('definition_state')
      .where('announced_version', '<', version)
      .update({ announced_version: version });
  }

  private async state(tx?: Knex.Transaction): Promise<{
    version: number;
    announced_version: number;
  }> {
    return (tx ?? this.knex)('definition_state').where('id', 1).first();
  }

  private withDocument(): Knex.QueryBuilder<
    StoredDefinitionRow,
    StoredDefinitionRow[]
  > {
    return this.knex('definitions')
      .join('definition_versions', join => {
        join
          .on('definition_versions.definition', 'definitions.id')
          .andOn('definition_versions.version', 'definitions.version');
      })
      .leftJoin('entities', 'entities.id', 'definitions.layer_entity_id')
      .select(
        'definitions.*',
        'definition_versions.document',
        'definition_versions.content',
        'entities.entity_ref as layer_entity_ref',
      );
  }

  private versions(definitionId: string): Knex.QueryBuilder {
    return this.knex('definition_versions')
      .join('definitions', 'definitions.id', 'definition_versions.definition')
      .where('definitions.definition_id', definitionId);
  }

  /** One writer at a time, over all replicas, so that two never make the same version. */
  private async change(
    write: (tx: Knex.Transaction) => Promise<Layer[]>,
  ): Promise<DefinitionChanges> {
    return this.knex.transaction(async tx => {
      await tx('definition_state').where('id', 1).forUpdate().first();
      const layers = await write(tx);
      if (layers.length > 0) {
        await tx('definition_state').where('id', 1).increment('version', 1);
      }
      return { layers };
    });
  }
}
