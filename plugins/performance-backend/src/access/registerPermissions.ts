import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { performanceEntityPermissions } from '@perf-governance/plugin-performance-common';
import {
  inEnvironment,
  isEntityOwner,
  performanceEntityResourceRef,
} from '@perf-governance/plugin-performance-node';
import { EntityStore } from '../catalog/EntityStore';

/** Makes the plugin's permissions, their rules and their resources known to the permission system. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  entityStore: EntityStore;
}): void {
  options.permissionsRegistry.addResourceType({
    resourceRef: performanceEntityResourceRef,
    permissions: performanceEntityPermissions,
    rules: [isEntityOwner, inEnvironment],
    getResources: async resourceRefs =>
      Promise.all(
        resourceRefs.map(async resourceRef => {
          const [entityRef, environment] = resourceRef.split('#');
          const entity = await options.entityStore.getByRef(entityRef);
          return (
            entity && {
              entityRef: entity.entityRef,
              owners: entity.fact.owners,
              ...(environment && { environment }),
            }
          );
        }),
      ),
  });
}
