import { parseEntityRef } from '@backstage/catalog-model';
import type { PerformanceRequests } from './PerformanceRequests';
import type { Attestation, AttestationInput, AttestationsList } from './schema';

/**
 * What people answer for with their name.
 *
 * @public
 */
export interface AttestationsApi {
  /** @param entityRef - Full entity ref, e.g. `component:default/checkout`. */
  list(entityRef: string): Promise<AttestationsList>;
  attest(
    entityRef: string,
    check: string,
    answer: AttestationInput,
  ): Promise<Attestation>;
  withdraw(entityRef: string, check: string): Promise<void>;
}

export function createAttestationsApi(
  requests: PerformanceRequests,
): AttestationsApi {
  const path = '/entities/{kind}/{namespace}/{name}/attestations/{check}';
  const params = (entityRef: string, check: string) => ({
    path: { ...parseEntityRef(entityRef), check },
  });
  return {
    list: entityRef =>
      requests.read(client =>
        client.request(
          'get',
          '/entities/{kind}/{namespace}/{name}/attestations',
          { params: { path: parseEntityRef(entityRef) } },
        ),
      ),
    attest: (entityRef, check, body) =>
      requests.write(client =>
        client.request('put', path, {
          params: params(entityRef, check),
          body,
        }),
      ),
    withdraw: (entityRef, check) =>
      requests.remove(client =>
        client.request('delete', path, { params: params(entityRef, check) }),
      ),
  };
}
