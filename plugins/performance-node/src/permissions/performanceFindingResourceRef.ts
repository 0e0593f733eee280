import { RESOURCE_TYPE_PERFORMANCE_FINDING } from '@perf-governance/plugin-performance-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * A finding, as the permissions on findings see it.
 *
 * @public
 */
export interface PerformanceFindingResource {
  /** Lower-cased full ref of the entity that it belongs to. */
  entityRef: string;
  /** The entity's owner and the refs of the owner's parent groups. */
  owners: string[];
  /** Full, lower-cased ref of the user or group that has to see to it. */
  findingOwner?: string;
}

/**
 * A condition as the plugin's SQL understands it.
 *
 * @public
 */
export type PerformanceFindingFilter =
  /** One of the entity's owners or their parent groups is among them. */
  | { type: 'owner'; refs: string[] }
  /** Its owner is among them. */
  | { type: 'finding-owner'; refs: string[] };

/**
 * The resource that rules of the permissions on findings apply to. A ref of one is `finding:` and its number.
 *
 * @public
 */
export const performanceFindingResourceRef = createPermissionResourceRef<
  PerformanceFindingResource,
  PerformanceFindingFilter
>().with({
  pluginId: 'performance',
  resourceType: RESOURCE_TYPE_PERFORMANCE_FINDING,
});
