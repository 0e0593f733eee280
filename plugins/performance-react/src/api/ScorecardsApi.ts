import { parseEntityRef } from '@backstage/catalog-model';
import type { PerformanceRequests } from './PerformanceRequests';
import type {
  EntityScorecard,
  ScorecardDetail,
  ScorecardResultsPage,
  ScorecardResultsQuery,
  ScorecardsPage,
  ScorecardsQuery,
} from './schema';

/**
 * Rules grouped into levels, and who has reached which.
 *
 * @public
 */
export interface ScorecardsApi {
  list(query?: ScorecardsQuery): Promise<ScorecardsPage>;
  get(definitionId: string): Promise<ScorecardDetail>;
  listResults(
    definitionId: string,
    query: ScorecardResultsQuery,
  ): Promise<ScorecardResultsPage>;
  /**
   * The main scorecard first.
   *
   * @param entityRef - Full entity ref, e.g. `component:default/checkout`.
   */
  listOfEntity(entityRef: string): Promise<EntityScorecard[]>;
}

export function createScorecardsApi(
  requests: PerformanceRequests,
): ScorecardsApi {
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/scorecards', { params: { query } }),
      ),
    get: definitionId =>
      requests.read(client =>
        client.request('get', '/scorecards/{definitionId}', {
          params: { path: { definitionId } },
        }),
      ),
    listResults: (definitionId, query) =>
      requests.read(client =>
        client.request('get', '/scorecards/{definitionId}/results', {
          params: { path: { definitionId }, query },
        }),
      ),
    listOfEntity: async entityRef => {
      const { items } = await requests.read(client =>
        client.request(
          'get',
          '/entities/{kind}/{namespace}/{name}/scorecards',
          { params: { path: parseEntityRef(entityRef) } },
        ),
      );
      return items;
    },
  };
}
