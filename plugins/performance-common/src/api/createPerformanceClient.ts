import createClient, { Client } from 'openapi-fetch';
import type { paths } from './schema.generated';

/**
 * The typed client of the HTTP API, generated from its OpenAPI document.
 *
 * @public
 */
export type PerformanceClient = Client<paths>;

/**
 * Makes a typed client of the HTTP API.
 *
 * @param options - `baseUrl` is the plugin's own, e.g. `https://backstage.example/api/performance`;
 *   `fetch` adds credentials.
 * @public
 */
export function createPerformanceClient(options: {
  baseUrl: string;
  fetch?: (request: Request) => Promise<Response>;
}): PerformanceClient {
  return createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: options.fetch,
    querySerializer: { array: { style: 'form', explode: true } },
  });
}
