import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { Access, AccessControl } from './Access';

interface EntityPath {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * The entity that a path names.
 *
 * @throws NotFoundError where there is none, it is retired, or the caller may not know of it.
 */
export async function findVisibleEntity<P extends EntityPath>(
  request: Request<P, any, any, any, any>,
  options: { entityStore: EntityStore; accessControl: AccessControl },
): Promise<{ entity: ProjectedEntity; access: Access }> {
  const { kind, namespace, name } = request.params;
  const entityRef = stringifyEntityRef({ kind, namespace, name });
  const [entity, access] = await Promise.all([
    options.entityStore.getByRef(entityRef),
    options.accessControl.forRequest(request, performanceReadPermission),
  ]);
  if (!entity || entity.retired || !(await access.allows(entity))) {
    throw new NotFoundError(
      `There is no entity '${entityRef}' that you may see`,
    );
  }
  return { entity, access };
}
