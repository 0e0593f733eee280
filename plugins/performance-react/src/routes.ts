import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * The page `/performance`. Used by both frontend systems.
 *
 * @public
 */
export const performanceRouteRef = createRouteRef({ id: 'performance' });
