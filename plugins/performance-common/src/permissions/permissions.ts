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

/**
 * Speak for an entity: request waivers, attest, dispute verdicts, break the glass of its gate.
 *
 * @public
 */
export const performanceContributePermission = createPermission({
  name: 'performance.contribute',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Decide on waivers that others requested, revoke them, and settle disputes.
 *
 * @public
 */
export const performanceApprovePermission = createPermission({
  name: 'performance.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/** @public */
export const performancePermissions = [
  performanceReadPermission,
  performanceUploadPermission,
  performanceDefinePermission,
  performanceAdministerPermission,
  performanceContributePermission,
  performanceApprovePermission,
];
