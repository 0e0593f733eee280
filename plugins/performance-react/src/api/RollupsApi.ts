import type { PerformanceRequests } from './PerformanceRequests';
import type {
  Goal,
  GoalsQuery,
  MoversList,
  MoversQuery,
  Offender,
  OffendersQuery,
  RollupMatrix,
  RollupMatrixQuery,
  RollupsPage,
  RollupsQuery,
  RollupTrend,
  RollupTrendQuery,
} from './schema';

/**
 * Current verdicts counted, and how the counts changed.
 *
 * @public
 */
export interface RollupsApi {
  list(query: RollupsQuery): Promise<RollupsPage>;
  getMatrix(query: RollupMatrixQuery): Promise<RollupMatrix>;
  getTrend(query: RollupTrendQuery): Promise<RollupTrend>;
  listMovers(query: MoversQuery): Promise<MoversList>;
  listOffenders(query: OffendersQuery): Promise<Offender[]>;
  listGoals(query?: GoalsQuery): Promise<Goal[]>;
}

export function createRollupsApi(requests: PerformanceRequests): RollupsApi {
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/rollups', { params: { query } }),
      ),
    getMatrix: query =>
      requests.read(client =>
        client.request('get', '/rollups/matrix', { params: { query } }),
      ),
    getTrend: query =>
      requests.read(client =>
        client.request('get', '/rollups/trend', { params: { query } }),
      ),
    listMovers: query =>
      requests.read(client =>
        client.request('get', '/rollups/movers', { params: { query } }),
      ),
    listOffenders: async query => {
      const { items } = await requests.read(client =>
        client.request('get', '/rollups/offenders', { params: { query } }),
      );
      return items;
    },
    listGoals: async query => {
      const { items } = await requests.read(client =>
        client.request('get', '/goals', { params: { query } }),
      );
      return items;
    },
  };
}
