import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { lowerCased } from './lowerCased';
import { performanceFindingResourceRef } from './performanceFindingResourceRef';

/**
 * Holds for findings that one of the claims has to see to.
 *
 * @public
 */
export const isFindingOwner = createPermissionRule({
  name: 'IS_FINDING_OWNER',
  description: 'Allow findings that one of the claims has to see to',
  resourceRef: performanceFindingResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full user and group refs, e.g. the ownership refs of a user'),
  }),
  apply: ({ findingOwner }, { claims }) =>
    findingOwner !== undefined && lowerCased(claims).includes(findingOwner),
  toQuery: ({ claims }) => ({
    type: 'finding-owner',
    refs: lowerCased(claims),
  }),
});
