import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Layer } from '@perf-governance/plugin-performance-common';
import { EntityStore } from '../catalog/EntityStore';
import { chunked } from '../database/chunked';
import {
  DefinitionSources,
  DefinitionSourceToRead,
  ForbiddenSourceError,
} from './DefinitionSources';
import { DefinitionSourceReading, DefinitionStore } from './DefinitionStore';
import { readDefinitions } from './readDefinitions';

const READS_AT_ONCE = 10;

/** Brings entities' verdicts up to definitions in force. */
export type ReevaluateEntities = (entityIds: number[] | 'all') => Promise<void>;

/** Reads the sources again, and has verdicts follow every change of what is in force. */
export class DefinitionRefresh {
  constructor(
    private readonly options: {
      store: DefinitionStore;
      entityStore: Pick<EntityStore, 'listIdsIn'>;
      sources: DefinitionSources[];
      logger: LoggerService;
      reevaluateEntities: ReevaluateEntities;
    },
  ) {}

  /** Reads everything, and retires what nothing names any more. */
  async refreshAll(): Promise<void> {
    const { store } = this.options;
    await this.catchUp();
    const sources = await this.listSources();
    const { layers } = await store.followEntities();
    layers.push(...(await this.readAll(sources)));
    const { layers: retired } = await store.concludeReading(sources);
    if (retired.length > 0) {
      // What one source held back for being defined in another may now come into force.
      layers.push(
        ...retired,
        ...(await this.readAll(sources.filter(({ isAbsent }) => !isAbsent))),
      );
    }
    await this.announce(layers);
  }

  /** Reads the files of some entities, as far as they name one; retires what those left that are gone. */
  async refreshEntities(entityIds: number[]): Promise<void> {
    await this.catchUp();
    const { layers } = await this.options.store.followEntities();
    const sources = await this.listSources();
    const ids = new Set(entityIds);
    await this.announce([
      ...layers,
      ...(await this.readAll(
        sources.filter(
          ({ entityId }) => entityId !== undefined && ids.has(entityId),
        ),
      )),
    ]);
  }

  /** Announces what a killed backend changed and didn't get to announce. */
  async catchUp(): Promise<void> {
    const { store, reevaluateEntities } = this.options;
    if (await store.hasUnannouncedChanges()) {
      const version = await store.version();
      await reevaluateEntities('all');
      await store.markAnnounced(version);
    }
  }

  /** Brings verdicts up to what changed in some layers. */
  async announce(layers: Layer[]): Promise<void> {
    const { store, entityStore, reevaluateEntities } = this.options;
    if (layers.length === 0) {
      return;
    }
    const version = await store.version();
    if (layers.some(({ kind }) => kind === 'org')) {
      await reevaluateEntities('all');
    } else {
      const ids = new Set<number>();
      for (const layer of layers) {
        for (const id of await entityStore.listIdsIn(layer)) {
          ids.add(id);
        }
      }
      await reevaluateEntities([...ids]);
    }
    await store.markAnnounced(version);
  }

  private async listSources(): Promise<DefinitionSourceToRead[]> {
    const lists = await Promise.all(
      this.options.sources.map(sources => sources.list()),
    );
    return lists.flat();
  }

  private async readAll(sources: DefinitionSourceToRead[]): Promise<Layer[]> {
    const layers: Layer[] = [];
    for (const part of chunked(sources, READS_AT_ONCE)) {
      const readings = await Promise.all(part.map(source => this.read(source)));
      for (const [index, source] of part.entries()) {
        const changes = await this.options.store.applyReading(
          source,
          readings[index],
        );
        layers.push(...changes.layers);
      }
    }
    return layers;
  }

  private async read(
    source: DefinitionSourceToRead,
  ): Promise<DefinitionSourceReading> {
    const { type, location, layer } = source;
    try {
      return readDefinitions(await source.read(), {
        file: location,
        layer,
        source: { type, location },
      });
    } catch (error) {
      if (error instanceof ForbiddenSourceError) {
        return {
          status: 'invalid',
          problems: [
            {
              file: location,
              line: 1,
              column: 1,
              severity: 'error',
              rule: 'forbidden-location',
              message: error.message,
            },
          ],
        };
      }
      this.options.logger.warn(
        `Could not read definitions from ${location}: ${stringifyError(error)}`,
      );
      return { status: 'unreadable', message: stringifyError(error) };
    }
  }
}
