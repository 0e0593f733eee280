import { RESOURCE_TYPE_PERFORMANCE_ENTITY } from '@perf-governance/plugin-performance-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * What every permission of the suite is about: an entity, in an environment or as a whole.
 *
 * @public
 */
export interface PerformanceEntityResource {
  /** Lower-cased full ref. */
  entityRef: string;
  /** The owner's ref and the refs of the owner's parent groups. */
  owners: string[];
  /** Absent for the entity as a whole, which is in no environment. */
  environment?: string;
}

/**
 * A condition as the plugin's SQL understands it.
 *
 * @public
 */
export type PerformanceEntityFilter =
  /** One of the entity's owners or their parent groups is among them. */
  | { type: 'owner'; refs: string[] }
  | { type: 'environment'; environments: string[] };

/**
 * The resource that rules of the suite's permissions apply to. A ref of one is an entity ref, with
 * `#` and an environment after it where it is about that environment only:
 * `component:default/checkout#production`.
 *
 * @public
 */
export const performanceEntityResourceRef = createPermissionResourceRef<
  PerformanceEntityResource,
  PerformanceEntityFilter
>().with({
  pluginId: 'performance',
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});
