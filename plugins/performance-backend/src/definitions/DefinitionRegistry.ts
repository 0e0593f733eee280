import { Definition } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';

/** The definitions in force. */
export interface DefinitionRegistry {
  /** All of them, outermost layer first. */
  listInForce(): Promise<readonly Definition[]>;
  /** Those whose layer and selector hold the entity, exempted or not, outermost layer first. */
  applicableTo(entity: ProjectedEntity): Promise<Definition[]>;
  /** The same for many, and the version that they are of. */
  applicableToEach(
    entities: ProjectedEntity[],
  ): Promise<{ version: number; definitions: Definition[][] }>;
  /** Rises with every change of what is in force, by whichever replica. */
  version(tx?: Knex.Transaction): Promise<number>;
}
