import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { performanceEntityResourceRef } from './performanceEntityResourceRef';

/**
 * Holds in the named environments.
 *
 * @public
 */
export const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow runs and verdicts of the named environments',
  resourceRef: performanceEntityResourceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe('Names of environments, as given on upload'),
  }),
  apply: (resource, { environments }) =>
    resource.environment !== undefined &&
    environments.includes(resource.environment),
  toQuery: ({ environments }) => ({ type: 'environment', environments }),
});
