import type { PerformanceRequests } from './PerformanceRequests';
import type {
  Waiver,
  WaiverDebt,
  WaiverDecision,
  WaiverDetail,
  WaiverRequest,
  WaiversPage,
  WaiversQuery,
} from './schema';

/**
 * Time-boxed exceptions.
 *
 * @public
 */
export interface WaiversApi {
  list(query: WaiversQuery): Promise<WaiversPage>;
  get(waiverId: string): Promise<WaiverDetail>;
  request(request: WaiverRequest): Promise<Waiver>;
  /** @returns What became of each, in the order asked. */
  decide(decision: {
    ids: string[];
    decision: 'approve' | 'reject';
    note?: string;
  }): Promise<WaiverDecision[]>;
  revoke(waiverId: string, reason: string): Promise<Waiver>;
  withdraw(waiverId: string): Promise<Waiver>;
  /** @param owner - Only what these own; everything unless given. */
  listDebt(owner?: string[]): Promise<WaiverDebt[]>;
}

export function createWaiversApi(requests: PerformanceRequests): WaiversApi {
  const path = (waiverId: string) => ({ params: { path: { waiverId } } });
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/waivers', { params: { query } }),
      ),
    get: waiverId =>
      requests.read(client =>
        client.request('get', '/waivers/{waiverId}', path(waiverId)),
      ),
    request: body =>
      requests.write(client => client.request('post', '/waivers', { body })),
    decide: async body => {
      const { items } = await requests.write(client =>
        client.request('post', '/waivers/decisions', { body }),
      );
      return items;
    },
    revoke: (waiverId, reason) =>
      requests.write(client =>
        client.request('post', '/waivers/{waiverId}/revocation', {
          ...path(waiverId),
          body: { reason },
        }),
      ),
    withdraw: waiverId =>
      requests.write(client =>
        client.request(
          'post',
          '/waivers/{waiverId}/withdrawal',
          path(waiverId),
        ),
      ),
    listDebt: async owner => {
      const { items } = await requests.read(client =>
        client.request('get', '/waiver-debt', { params: { query: { owner } } }),
      );
      return items;
    },
  };
}
