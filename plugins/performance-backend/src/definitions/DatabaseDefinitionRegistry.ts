import {
  applicableDefinitions,
  Definition,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRegistry } from './DefinitionRegistry';
import { DefinitionStore } from './DefinitionStore';

/** Twice as many entities as the suite is built for; beyond it the longest unused are forgotten. */
const MAX_REMEMBERED_ENTITIES = 20_000;

interface Snapshot {
  version: number;
  definitions: Definition[];
  /** By entity id, for the version of the entity that was asked about last. */
  applicable: Map<number, { entityVersion: number; definitions: Definition[] }>;
}

/** Remembers what is in force until the store counts another change. */
export class DatabaseDefinitionRegistry implements DefinitionRegistry {
  private snapshot: Snapshot | undefined;

  constructor(
    private readonly store: Pick<DefinitionStore, 'version' | 'listInForce'>,
  ) {}

  async listInForce(): Promise<readonly Definition[]> {
    const { definitions } = await this.current();
    return definitions;
  }

  async applicableTo(entity: ProjectedEntity): Promise<Definition[]> {
    const { definitions } = await this.applicableToEach([entity]);
    return definitions[0];
  }

  async applicableToEach(entities: ProjectedEntity[]) {
    const snapshot = await this.current();
    return {
      version: snapshot.version,
      definitions: entities.map(entity => applicableIn(snapshot, entity)),
    };
  }

  async version(tx?: Knex.Transaction): Promise<number> {
    return this.store.version(tx);
  }

  private async current(): Promise<Snapshot> {
    const version = await this.store.version();
    if (this.snapshot?.version !== version) {
      // Read after the version: at worst newer than it says, and then read again next time.
      this.snapshot = {
        version,
        definitions: await this.store.listInForce(),
        applicable: new Map(),
      };
    }
    return this.snapshot;
  }
}

function applicableIn(
  { definitions, applicable }: Snapshot,
  entity: ProjectedEntity,
): Definition[] {
  if (entity.retired) {
    return [];
  }
  const remembered = applicable.get(entity.id);
  if (remembered?.entityVersion === entity.version) {
    return remembered.definitions;
  }
  const found = applicableDefinitions(definitions, entity.fact);
  applicable.delete(entity.id);
  applicable.set(entity.id, {
    entityVersion: entity.version,
    definitions: found,
  });
  for (const oldest of applicable.keys()) {
    if (applicable.size <= MAX_REMEMBERED_ENTITIES) {
      break;
    }
    applicable.delete(oldest);
  }
  return found;
}
