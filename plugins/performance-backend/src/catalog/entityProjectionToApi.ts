import { components } from '@perf-governance/plugin-performance-common';
import { ProjectedEntity } from '../catalog/EntityStore';

/** An entity as the API shows it beside verdicts. */
export function entityProjectionToApi(
  entity: ProjectedEntity,
): components['schemas']['EntityProjection'] {
  return {
    entityRef: entity.entityRef,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title,
    type: entity.type,
    owner: entity.owner,
    system: entity.system,
    domain: entity.domain,
    lifecycle: entity.lifecycle,
    tags: entity.tags,
  };
}
