import { Definition } from '@perf-governance/plugin-performance-common';
import { ProjectedEntity } from '../catalog/EntityStore';

/** The definitions in force. */
export interface DefinitionRegistry {
  /** Those whose layer and selector hold the entity, exempted or not, outermost layer first. */
  applicableTo(entity: ProjectedEntity): Promise<Definition[]>;
  /** Rises with every change of what is in force, by whichever replica. */
  version(): Promise<number>;
}
