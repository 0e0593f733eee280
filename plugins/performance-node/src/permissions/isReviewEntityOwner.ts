import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { lowerCased } from './lowerCased';
import { performanceReviewResourceRef } from './performanceReviewResourceRef';

/**
 * Holds for reviews of entities owned by one of the claims, or by a child group of one.
 *
 * @public
 */
export const isReviewEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Allow reviews of entities owned by one of the claims, or by a child group of one',
  resourceRef: performanceReviewResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full user and group refs, e.g. the ownership refs of a user'),
  }),
  apply: (resource, { claims }) => {
    const refs = lowerCased(claims);
    return resource.owners.some(owner => refs.includes(owner));
  },
  toQuery: ({ claims }) => ({ type: 'owner', refs: lowerCased(claims) }),
});
