import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { PerformanceClient } from '@perf-governance/plugin-performance-common';
import { PerformanceApi } from './PerformanceApi';
import { PerformanceRequests } from './PerformanceRequests';
import { AnalysisApi, createAnalysisApi } from './AnalysisApi';
import { AttestationsApi, createAttestationsApi } from './AttestationsApi';
import { BreakGlassApi, createBreakGlassApi } from './BreakGlassApi';
import { createDisputesApi, DisputesApi } from './DisputesApi';
import { createFindingsApi, FindingsApi } from './FindingsApi';
import { createPoliciesApi, PoliciesApi } from './PoliciesApi';
import { createReviewsApi, ReviewsApi } from './ReviewsApi';
import { createRollupsApi, RollupsApi } from './RollupsApi';
import { createScorecardsApi, ScorecardsApi } from './ScorecardsApi';
import { createSlosApi, SlosApi } from './SlosApi';
import { createWaiversApi, WaiversApi } from './WaiversApi';
import {
  DefinitionInput,
  DefinitionsQuery,
  EntitiesQuery,
  RunComparisonQuery,
  RunSeriesQuery,
  RunsQuery,
  UploadQuery,
  VerdictsQuery,
} from './schema';

/**
 * The HTTP implementation of {@link PerformanceApi}, on the client generated from the OpenAPI
 * document.
 *
 * @public
 */
export class PerformanceClientApi implements PerformanceApi {
  private readonly requests: PerformanceRequests;
  readonly policies: PoliciesApi;
  readonly waivers: WaiversApi;
  readonly disputes: DisputesApi;
  readonly breakGlass: BreakGlassApi;
  readonly scorecards: ScorecardsApi;
  readonly attestations: AttestationsApi;
  readonly rollups: RollupsApi;
  readonly slos: SlosApi;
  readonly reviews: ReviewsApi;
  readonly analysis: AnalysisApi;
  readonly findings: FindingsApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.requests = new PerformanceRequests(options);
    this.policies = createPoliciesApi(this.requests);
    this.waivers = createWaiversApi(this.requests);
    this.disputes = createDisputesApi(this.requests);
    this.breakGlass = createBreakGlassApi(this.requests);
    this.scorecards = createScorecardsApi(this.requests);
    this.attestations = createAttestationsApi(this.requests);
    this.rollups = createRollupsApi(this.requests);
    this.slos = createSlosApi(this.requests);
    this.reviews = createReviewsApi(this.requests);
    this.analysis = createAnalysisApi(this.requests);
    this.findings = createFindingsApi(this.requests);
  }

  listVerdicts(query: VerdictsQuery) {
    return this.requests.read(client =>
      client.request('get', '/verdicts', { params: { query } }),
    );
  }

  getVerdict(verdictId: string) {
    return this.requests.read(client =>
      client.request('get', '/verdicts/{verdictId}', {
        params: { path: { verdictId } },
      }),
    );
  }

  listFacets() {
    return this.requests.read(client => client.request('get', '/facets'));
  }

  listEntities(query: EntitiesQuery) {
    return this.requests.read(client =>
      client.request('get', '/entities', { params: { query } }),
    );
  }

  getEntitySummary(entityRef: string) {
    return this.requests.read(client =>
      client.request('get', '/entities/{kind}/{namespace}/{name}', {
        params: { path: parseEntityRef(entityRef) },
      }),
    );
  }

  getEntityDefinitions(entityRef: string) {
    return this.requests.read(client =>
      client.request('get', '/entities/{kind}/{namespace}/{name}/definitions', {
        params: { path: parseEntityRef(entityRef) },
      }),
    );
  }

  getGuide(guide: string) {
    return this.requests.read(client =>
      client.request('get', '/guides/{guide}', { params: { path: { guide } } }),
    );
  }

  listRuns(query: RunsQuery) {
    return this.requests.read(client =>
      client.request('get', '/runs', { params: { query } }),
    );
  }

  getRun(runId: string) {
    return this.requests.read(client =>
      client.request('get', '/runs/{runId}', { params: { path: { runId } } }),
    );
  }

  listRunSeries(runId: string, query?: RunSeriesQuery) {
    return this.requests.read(client =>
      client.request('get', '/runs/{runId}/series', {
        params: { path: { runId }, query },
      }),
    );
  }

  listRunVerdicts(runId: string) {
    return this.requests.read(client =>
      client.request('get', '/runs/{runId}/verdicts', {
        params: { path: { runId } },
      }),
    );
  }

  compareRun(runId: string, query?: RunComparisonQuery) {
    return this.requests.read(client =>
      client.request('get', '/runs/{runId}/comparison', {
        params: { path: { runId }, query },
      }),
    );
  }

  getRunGate(runId: string) {
    return this.requests.read(client =>
      client.request('get', '/runs/{runId}/gate', {
        params: { path: { runId } },
      }),
    );
  }

  invalidateRun(runId: string, reason: string) {
    return this.requests.write(client =>
      client.request('put', '/runs/{runId}/invalidation', {
        params: { path: { runId } },
        body: { reason },
      }),
    );
  }

  reinstateRun(runId: string) {
    return this.requests.write(client =>
      client.request('delete', '/runs/{runId}/invalidation', {
        params: { path: { runId } },
      }),
    );
  }

  uploadReport(report: Blob, query: UploadQuery) {
    const send = (client: PerformanceClient) =>
      client.request('post', '/reports', {
        params: { query },
        body: report,
        bodySerializer: () => report,
        headers: { 'Content-Type': 'application/octet-stream' },
      });
    return query.dryRun ? this.requests.read(send) : this.requests.write(send);
  }

  listDefinitions(query: DefinitionsQuery) {
    return this.requests.read(client =>
      client.request('get', '/definitions', { params: { query } }),
    );
  }

  getDefinition(definitionId: string) {
    return this.requests.read(client =>
      client.request('get', '/definitions/{definitionId}', {
        params: { path: { definitionId } },
      }),
    );
  }

  getDefinitionVersion(definitionId: string, version: number) {
    return this.requests.read(client =>
      client.request('get', '/definitions/{definitionId}/versions/{version}', {
        params: { path: { definitionId, version } },
      }),
    );
  }

  createDefinition(input: DefinitionInput) {
    return this.requests.write(client =>
      client.request('post', '/definitions', { body: input }),
    );
  }

  updateDefinition(definitionId: string, input: DefinitionInput) {
    return this.requests.write(client =>
      client.request('put', '/definitions/{definitionId}', {
        params: { path: { definitionId } },
        body: input,
      }),
    );
  }

  deleteDefinition(definitionId: string) {
    return this.requests.remove(client =>
      client.request('delete', '/definitions/{definitionId}', {
        params: { path: { definitionId } },
      }),
    );
  }

  async validateDefinition(input: DefinitionInput) {
    const result = await this.requests.read(client =>
      client.request('post', '/definitions/validate', { body: input }),
    );
    return result.problems;
  }

  listDefinitionSources() {
    return this.requests.read(client =>
      client.request('get', '/definition-sources'),
    );
  }

  async refreshDefinitionSources(entityRef?: string) {
    const result = await this.requests.write(client =>
      client.request('post', '/definition-sources/refresh', {
        body: { entityRef },
      }),
    );
    return result.items;
  }

  onChange(listener: () => void) {
    return this.requests.onChange(listener);
  }
}
