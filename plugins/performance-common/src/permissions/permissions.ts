import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Most permissions of the suite are about an entity in an environment.
 *
 * @public
 */
export const RESOURCE_TYPE_PERFORMANCE_ENTITY = 'performance-entity';

/**
 * An architecture review.
 *
 * @public
 */
export const RESOURCE_TYPE_PERFORMANCE_REVIEW = 'performance-review';

/**
 * A finding, which belongs to the first of the entities that it affects.
 *
 * @public
 */
export const RESOURCE_TYPE_PERFORMANCE_FINDING = 'performance-finding';

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
 * Invalidate, reinstate and delete runs; delete reviews and findings; re-read definition sources.
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

/**
 * Begin reviews of an entity.
 *
 * @public
 */
export const performanceReviewCreatePermission = createPermission({
  name: 'performance.review.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * See reviews.
 *
 * @public
 */
export const performanceReviewReadPermission = createPermission({
  name: 'performance.review.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_REVIEW,
});

/**
 * Answer a review's questions, comment on them, and attach evidence.
 *
 * @public
 */
export const performanceReviewAnswerPermission = createPermission({
  name: 'performance.review.answer',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_REVIEW,
});

/**
 * Appoint reviewers, move a review to a newer template, publish, reopen and archive it, and make findings of what
 * its answers raise.
 *
 * @public
 */
export const performanceReviewConductPermission = createPermission({
  name: 'performance.review.conduct',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_REVIEW,
});

/**
 * Record findings about an entity, and decide on what the analysis proposes about it.
 *
 * @public
 */
export const performanceFindingCreatePermission = createPermission({
  name: 'performance.finding.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * See findings.
 *
 * @public
 */
export const performanceFindingReadPermission = createPermission({
  name: 'performance.finding.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_FINDING,
});

/**
 * Plan, work on and resolve findings: status up to resolved, owner, due date, effort, links, comments.
 *
 * @public
 */
export const performanceFindingUpdatePermission = createPermission({
  name: 'performance.finding.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_FINDING,
});

/**
 * Judge findings: verify what others resolved, reopen, call invalid or a duplicate, and change what they say and how
 * severe they are.
 *
 * @public
 */
export const performanceFindingVerifyPermission = createPermission({
  name: 'performance.finding.verify',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_FINDING,
});

/**
 * Those about entities.
 *
 * @public
 */
export const performanceEntityPermissions = [
  performanceReadPermission,
  performanceUploadPermission,
  performanceDefinePermission,
  performanceAdministerPermission,
  performanceContributePermission,
  performanceApprovePermission,
  performanceReviewCreatePermission,
  performanceFindingCreatePermission,
];

/**
 * Those about reviews.
 *
 * @public
 */
export const performanceReviewPermissions = [
  performanceReviewReadPermission,
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
];

/**
 * Those about findings.
 *
 * @public
 */
export const performanceFindingPermissions = [
  performanceFindingReadPermission,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
];

/**
 * All of the suite's.
 *
 * @public
 */
export const performancePermissions = [
  ...performanceEntityPermissions,
  ...performanceReviewPermissions,
  ...performanceFindingPermissions,
];
