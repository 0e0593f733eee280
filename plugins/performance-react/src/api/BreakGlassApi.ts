import { parseEntityRef } from '@backstage/catalog-model';
import type { PerformanceRequests } from './PerformanceRequests';
import type { BreakGlass, BreakGlassList } from './schema';

/**
 * Overrides of an entity's gate for some hours.
 *
 * @public
 */
export interface BreakGlassApi {
  /** @param entityRef - Full entity ref, e.g. `component:default/checkout`. */
  list(entityRef: string): Promise<BreakGlassList>;
  open(
    entityRef: string,
    override: { reason: string; hours: number },
  ): Promise<BreakGlass>;
  end(entityRef: string): Promise<void>;
}

export function createBreakGlassApi(
  requests: PerformanceRequests,
): BreakGlassApi {
  const path = '/entities/{kind}/{namespace}/{name}/break-glass';
  const params = (entityRef: string) => ({ path: parseEntityRef(entityRef) });
  return {
    list: entityRef =>
      requests.read(client =>
        client.request('get', path, { params: params(entityRef) }),
      ),
    open: (entityRef, body) =>
      requests.write(client =>
        client.request('post', path, { params: params(entityRef), body }),
      ),
    end: entityRef =>
      requests.remove(client =>
        client.request('delete', path, { params: params(entityRef) }),
      ),
  };
}
