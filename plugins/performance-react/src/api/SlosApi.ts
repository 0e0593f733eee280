import type { PerformanceRequests } from './PerformanceRequests';
import type {
  ErrorBudgetActionsPage,
  ErrorBudgetActionsQuery,
  MetricSourceStatus,
  SloAdjustment,
  SloAdjustmentInput,
  SloAdjustmentsPage,
  SloAdjustmentsQuery,
  SloBurnDown,
  SloDetail,
  SloFacets,
  SlosPage,
  SlosQuery,
  SloWork,
} from './schema';

/**
 * Service level objectives, what their numbers are made of, and the time that is taken out of them.
 *
 * @public
 */
export interface SlosApi {
  list(query: SlosQuery): Promise<SlosPage>;
  listFacets(): Promise<SloFacets>;
  get(sloId: string): Promise<SloDetail>;
  /** @param points - How many at most. */
  getBurnDown(sloId: string, points: number): Promise<SloBurnDown>;
  getWork(sloId: string): Promise<SloWork>;
  /** @returns CSV. */
  getWorkCsv(sloId: string): Promise<string>;
  /**
   * @param objective - Of a composite SLO.
   * @returns CSV with the columns `time,good,total`, as `perf-gate slo report` reads it.
   */
  getSamplesCsv(sloId: string, objective?: string): Promise<string>;
  listAdjustments(query: SloAdjustmentsQuery): Promise<SloAdjustmentsPage>;
  adjust(adjustment: SloAdjustmentInput): Promise<SloAdjustment>;
  revokeAdjustment(
    adjustmentId: string,
    reason: string,
  ): Promise<SloAdjustment>;
  listErrorBudgetActions(
    query: ErrorBudgetActionsQuery,
  ): Promise<ErrorBudgetActionsPage>;
  listMetricSources(): Promise<MetricSourceStatus[]>;
}

export function createSlosApi(requests: PerformanceRequests): SlosApi {
  const path = (sloId: string) => ({ path: { sloId } });
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/slos', { params: { query } }),
      ),
    listFacets: () =>
      requests.read(client => client.request('get', '/slo-facets')),
    get: sloId =>
      requests.read(client =>
        client.request('get', '/slos/{sloId}', { params: path(sloId) }),
      ),
    getBurnDown: (sloId, points) =>
      requests.read(client =>
        client.request('get', '/slos/{sloId}/burn-down', {
          params: { ...path(sloId), query: { points } },
        }),
      ),
    getWork: sloId =>
      requests.read(client =>
        client.request('get', '/slos/{sloId}/work', { params: path(sloId) }),
      ),
    getWorkCsv: sloId =>
      requests.read(client =>
        client.request('get', '/slos/{sloId}/work.csv', {
          params: path(sloId),
          parseAs: 'text',
        }),
      ),
    getSamplesCsv: (sloId, objective) =>
      requests.read(client =>
        client.request('get', '/slos/{sloId}/samples.csv', {
          params: { ...path(sloId), query: { objective } },
          parseAs: 'text',
        }),
      ),
    listAdjustments: query =>
      requests.read(client =>
        client.request('get', '/slo-adjustments', { params: { query } }),
      ),
    adjust: body =>
      requests.write(client =>
        client.request('post', '/slo-adjustments', { body }),
      ),
    revokeAdjustment: (adjustmentId, reason) =>
      requests.write(client =>
        client.request('post', '/slo-adjustments/{adjustmentId}/revoke', {
          params: { path: { adjustmentId } },
          body: { reason },
        }),
      ),
    listErrorBudgetActions: query =>
      requests.read(client =>
        client.request('get', '/error-budget-actions', { params: { query } }),
      ),
    listMetricSources: async () => {
      const { items } = await requests.read(client =>
        client.request('get', '/metric-sources'),
      );
      return items;
    },
  };
}
