import type { PerformanceRequests } from './PerformanceRequests';
import type { PolicyDetail, PolicySummary, TrustOverride } from './schema';

/**
 * What the organisation enforces.
 *
 * @public
 */
export interface PoliciesApi {
  list(): Promise<PolicySummary[]>;
  get(definitionId: string): Promise<PolicyDetail>;
  /** Lets a policy block by a rule, or by all of its rules, before they have earned trust. */
  overrideTrust(
    definitionId: string,
    override: { ruleId?: string; reason: string },
  ): Promise<TrustOverride>;
  removeTrustOverride(definitionId: string, ruleId?: string): Promise<void>;
}

export function createPoliciesApi(requests: PerformanceRequests): PoliciesApi {
  return {
    list: async () => {
      const { items } = await requests.read(client =>
        client.request('get', '/policies'),
      );
      return items;
    },
    get: definitionId =>
      requests.read(client =>
        client.request('get', '/policies/{definitionId}', {
          params: { path: { definitionId } },
        }),
      ),
    overrideTrust: (definitionId, body) =>
      requests.write(client =>
        client.request('post', '/policies/{definitionId}/trust-overrides', {
          params: { path: { definitionId } },
          body,
        }),
      ),
    removeTrustOverride: (definitionId, ruleId) =>
      requests.remove(client =>
        client.request('delete', '/policies/{definitionId}/trust-overrides', {
          params: { path: { definitionId }, query: { ruleId } },
        }),
      ),
  };
}
