import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { lowerCased } from './lowerCased';
import { performanceEntityResourceRef } from './performanceEntityResourceRef';

/**
 * Holds for entities owned by one of the claims, or by a child group of one.
 *
 * @public
 */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Allow entities owned by one of the claims, or by a child group of one',
  resourceRef: performanceEntityResourceRef,
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
