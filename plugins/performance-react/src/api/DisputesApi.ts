import type { PerformanceRequests } from './PerformanceRequests';
import type { Dispute, DisputesPage, DisputesQuery } from './schema';

/**
 * Verdicts that somebody says are wrong.
 *
 * @public
 */
export interface DisputesApi {
  list(query: DisputesQuery): Promise<DisputesPage>;
  /** Newest first. */
  listOfVerdict(verdictId: string): Promise<Dispute[]>;
  open(verdictId: string, reason: string): Promise<Dispute>;
  resolve(
    disputeId: string,
    resolution: { outcome: 'upheld' | 'rejected'; note: string },
  ): Promise<Dispute>;
}

export function createDisputesApi(requests: PerformanceRequests): DisputesApi {
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/disputes', { params: { query } }),
      ),
    listOfVerdict: async verdictId => {
      const { items } = await requests.read(client =>
        client.request('get', '/verdicts/{verdictId}/disputes', {
          params: { path: { verdictId } },
        }),
      );
      return items;
    },
    open: (verdictId, reason) =>
      requests.write(client =>
        client.request('post', '/verdicts/{verdictId}/disputes', {
          params: { path: { verdictId } },
          body: { reason },
        }),
      ),
    resolve: (disputeId, body) =>
      requests.write(client =>
        client.request('post', '/disputes/{disputeId}/resolution', {
          params: { path: { disputeId } },
          body,
        }),
      ),
  };
}
