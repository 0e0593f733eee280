import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  createPerformanceClient,
  PerformanceClient,
} from '@perf-governance/plugin-performance-common';

/** Sends requests to the performance backend, and tells of every write. */
export class PerformanceRequests {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;
  private readonly listeners = new Set<() => void>();

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  async read<T>(
    request: (client: PerformanceClient) => Promise<{ data?: T }>,
  ): Promise<T> {
    const { data } = await request(await this.client());
    if (data === undefined) {
      throw new Error('The performance backend sent an empty response.');
    }
    return data;
  }

  async write<T>(
    request: (client: PerformanceClient) => Promise<{ data?: T }>,
  ): Promise<T> {
    const result = await this.read(request);
    this.changed();
    return result;
  }

  /** A write that is answered with nothing. */
  async remove(
    request: (client: PerformanceClient) => Promise<unknown>,
  ): Promise<void> {
    await request(await this.client());
    this.changed();
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

  private changed() {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
