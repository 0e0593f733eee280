import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Every permission of the suite is about an entity in an environment.
 *
 * @public
 */
export const RESOURCE_TYPE_PERFORMANCE_ENTITY = 'performance-entity';

/**
 * See an entity's runs, verdicts and definitions.
 *
 * @public
 */
export const performanceReadPermission = createPermission({
  name: 'performance.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Send reports and runs for an entity.
 *
 * @public
 */
export const performanceUploadPermission = createPermission({
  name: 'performance.upload',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Create, change and retire definitions at an entity's layer. Organisation-wide definitions need
 * an unconditional allow.
 *
 * @public
 */
export const performanceDefinePermission = createPermission({
  name: 'performance.define',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Invalidate, reinstate and delete runs; re-read definition sources.
 *
 * @public
 */
export const performanceAdministerPermission = createPermission({
  name: 'performance.administer',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/** @public */
export const performancePermissions = [
  performanceReadPermission,
  performanceUploadPermission,
  performanceDefinePermission,
  performanceAdministerPermission,
];
