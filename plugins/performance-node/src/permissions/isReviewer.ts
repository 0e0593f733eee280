import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { lowerCased } from './lowerCased';
import { performanceReviewResourceRef } from './performanceReviewResourceRef';

/**
 * Holds for reviews that one of the claims is a reviewer of.
 *
 * @public
 */
export const isReviewer = createPermissionRule({
  name: 'IS_REVIEWER',
  description: 'Allow reviews that one of the claims is a reviewer of',
  resourceRef: performanceReviewResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full user and group refs, e.g. the ownership refs of a user'),
  }),
  apply: (resource, { claims }) => {
    const refs = lowerCased(claims);
    return resource.reviewers.some(reviewer => refs.includes(reviewer));
  },
  toQuery: ({ claims }) => ({ type: 'reviewer', refs: lowerCased(claims) }),
});
