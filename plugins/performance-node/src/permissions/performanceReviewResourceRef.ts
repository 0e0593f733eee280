import { RESOURCE_TYPE_PERFORMANCE_REVIEW } from '@perf-governance/plugin-performance-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * An architecture review, as the permissions on reviews see it.
 *
 * @public
 */
export interface PerformanceReviewResource {
  /** Lower-cased full ref of the entity that it belongs to. */
  entityRef: string;
  /** The entity's owner and the refs of the owner's parent groups. */
  owners: string[];
  /** Full, lower-cased refs of users and groups. */
  reviewers: string[];
}

/**
 * A condition as the plugin's SQL understands it.
 *
 * @public
 */
export type PerformanceReviewFilter =
  /** One of the entity's owners or their parent groups is among them. */
  | { type: 'owner'; refs: string[] }
  /** One of its reviewers is among them. */
  | { type: 'reviewer'; refs: string[] };

/**
 * The resource that rules of the permissions on reviews apply to. A ref of one is `review:` and its number.
 *
 * @public
 */
export const performanceReviewResourceRef = createPermissionResourceRef<
  PerformanceReviewResource,
  PerformanceReviewFilter
>().with({
  pluginId: 'performance',
  resourceType: RESOURCE_TYPE_PERFORMANCE_REVIEW,
});
