import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  createPerformanceClient,
  PerformanceClient,
} from '@perf-governance/plugin-performance-common';
import { PerformanceApi } from './PerformanceApi';
import {
  DefinitionInput,
  DefinitionsQuery,
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
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;
  private readonly listeners = new Set<() => void>();

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  listVerdicts(query: VerdictsQuery) {
    return this.read(client =>
      client.request('get', '/verdicts', { params: { query } }),
    );
  }

  getVerdict(verdictId: string) {
    return this.read(client =>
      client.request('get', '/verdicts/{verdictId}', {
        params: { path: { verdictId } },
      }),
    );
  }

  listFacets() {
    return this.read(client => client.request('get', '/facets'));
  }

  getEntitySummary(entityRef: string) {
    return this.read(client =>
      client.request('get', '/entities/{kind}/{namespace}/{name}', {
        params: { path: parseEntityRef(entityRef) },
      }),
    );
  }

  getEntityDefinitions(entityRef: string) {
    return this.read(client =>
      client.request('get', '/entities/{kind}/{namespace}/{name}/definitions', {
        params: { path: parseEntityRef(entityRef) },
      }),
    );
  }

  listRuns(query: RunsQuery) {
    return this.read(client =>
      client.request('get', '/runs', { params: { query } }),
    );
  }

  getRun(runId: string) {
    return this.read(client =>
      client.request('get', '/runs/{runId}', { params: { path: { runId } } }),
    );
  }

  listRunSeries(runId: string, query?: RunSeriesQuery) {
    return this.read(client =>
      client.request('get', '/runs/{runId}/series', {
        params: { path: { runId }, query },
      }),
    );
  }

  listRunVerdicts(runId: string) {
    return this.read(client =>
      client.request('get', '/runs/{runId}/verdicts', {
        params: { path: { runId } },
      }),
    );
  }

  compareRun(runId: string, query?: RunComparisonQuery) {
    return this.read(client =>
      client.request('get', '/runs/{runId}/comparison', {
        params: { path: { runId }, query },
      }),
    );
  }

  getRunGate(runId: string) {
    return this.read(client =>
      client.request('get', '/runs/{runId}/gate', {
        params: { path: { runId } },
      }),
    );
  }

  invalidateRun(runId: string, reason: string) {
    return this.write(client =>
      client.request('put', '/runs/{runId}/invalidation', {
        params: { path: { runId } },
        body: { reason },
      }),
    );
  }

  reinstateRun(runId: string) {
    return this.write(client =>
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
    return query.dryRun ? this.read(send) : this.write(send);
  }

  listDefinitions(query: DefinitionsQuery) {
    return this.read(client =>
      client.request('get', '/definitions', { params: { query } }),
    );
  }

  getDefinition(definitionId: string) {
    return this.read(client =>
      client.request('get', '/definitions/{definitionId}', {
        params: { path: { definitionId } },
      }),
    );
  }

  getDefinitionVersion(definitionId: string, version: number) {
    return this.read(client =>
      client.request('get', '/definitions/{definitionId}/versions/{version}', {
        params: { path: { definitionId, version } },
      }),
    );
  }

  createDefinition(input: DefinitionInput) {
    return this.write(client =>
      client.request('post', '/definitions', { body: input }),
    );
  }

  updateDefinition(definitionId: string, input: DefinitionInput) {
    return this.write(client =>
      client.request('put', '/definitions/{definitionId}', {
        params: { path: { definitionId } },
        body: input,
      }),
    );
  }

  async deleteDefinition(definitionId: string) {
    const client = await this.client();
    await client.request('delete', '/definitions/{definitionId}', {
      params: { path: { definitionId } },
    });
    this.changed();
  }

  async validateDefinition(input: DefinitionInput) {
    const result = await this.read(client =>
      client.request('post', '/definitions/validate', { body: input }),
    );
    return result.problems;
  }

  async listDefinitionSources() {
    const result = await this.read(client =>
      client.request('get', '/definition-sources'),
    );
    return result.items;
  }

  async refreshDefinitionSources(entityRef?: string) {
    const result = await this.write(client =>
      client.request('post', '/definition-sources/refresh', {
        body: { entityRef },
      }),
    );
    return result.items;
  }

  onChange(listener: () => void) {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private async client(): Promise<PerformanceClient> {
    const client = createPerformanceClient({
      baseUrl: await this.discoveryApi.getBaseUrl('performance'),
      fetch: async request =>
        // Taken apart, since Backstage's fetch middleware uses up a request's body and passes it on.
        this.fetchApi.fetch(request.url, {
          method: request.method,
          headers: request.headers,
          body: request.body ? await request.blob() : undefined,
          signal: request.signal,
        }),
    });
    client.use({
      async onResponse({ response }) {
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
      },
    });
    return client;
  }

  private async read<T>(
    request: (client: PerformanceClient) => Promise<{ data?: T }>,
  ): Promise<T> {
    const { data } = await request(await this.client());
    if (data === undefined) {
      throw new Error('The performance backend sent an empty response.');
    }
    return data;
  }

  private async write<T>(
    request: (client: PerformanceClient) => Promise<{ data?: T }>,
  ): Promise<T> {
    const result = await this.read(request);
    this.changed();
    return result;
  }

  private changed() {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
