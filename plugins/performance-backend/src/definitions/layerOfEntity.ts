import { Layer } from '@perf-governance/plugin-performance-common';
import { ProjectedEntity } from '../catalog/EntityStore';

/** The layer of definitions that belong to an entity; what isn't a domain or system is a component. */
export function layerOfEntity(
  entity: Pick<ProjectedEntity, 'kind' | 'entityRef'>,
): Layer {
  const kind = (['domain', 'system'] as const).find(
    container => container === entity.kind,
  );
  return { kind: kind ?? 'component', entityRef: entity.entityRef };
}
