import { Readable } from 'node:stream';
import {
  components,
  createPerformanceClient,
  operations,
  PerformanceClient,
} from '@perf-governance/plugin-performance-common';
import { CliError } from '../terminal/CliError';
import { parseEntityRefOption } from '../entity/parseEntityRefOption';
import { connectionError, responseError } from './serverError';
import { ServerOptions } from './ServerOptions';

export type UploadResult = components['schemas']['UploadResult'];
type EntitySummary = components['schemas']['EntitySummary'];
export type EntityDefinitions =
  operations['getEntityDefinitions']['responses'][200]['content']['application/json'];
export type UploadQuery = operations['uploadReport']['parameters']['query'];

/** The plugin's HTTP API, with errors that people understand. */
export class PerformanceServer {
  readonly url: string;
  readonly #client: PerformanceClient;
  readonly #headers: Record<string, string>;

  constructor({ url, token }: ServerOptions) {
    if (!URL.canParse(url) || !/^https?:/.test(url)) {
      throw new CliError(`'${url}' is no URL.`, {
        where: '--url',
        fix: 'Write it like https://backstage.example.com.',
      });
    }
    this.url = `${url.replace(/\/+$/, '')}/api/performance`;
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
    this.#client = createPerformanceClient({
      baseUrl: this.url,
      fetch: request => {
        for (const [name, value] of Object.entries(this.#headers)) {
          request.headers.set(name, value);
        }
        return fetch(request);
      },
    });
  }

  /**
   * Sends one report as a stream, compressed on the way unless it is already.
   *
   * @throws CliError if the server can't be reached or refuses it
   */
  async uploadReport(
    report: Readable,
    query: UploadQuery,
  ): Promise<UploadResult> {
    const where = `POST ${this.url}/reports`;
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) {
          parameters.append(name, String(one));
        }
      }
    }
    // `duplex` belongs to the Fetch standard, but not yet to the DOM's types.
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: {
        ...this.#headers,
        'content-type': 'application/octet-stream',
      },
      body: Readable.toWeb(report) as ReadableStream,
      duplex: 'half',
    };
    const response = await fetch(
      `${this.url}/reports?${parameters}`,
      request,
    ).catch(error => {
      throw connectionError(error, where);
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      throw responseError(response, body, where);
    }
    // The contract of the API; the typed client can't send a stream.
    return body as UploadResult;
  }

  async getEntitySummary(entityRef: string): Promise<EntitySummary> {
    const { kind, namespace, name } = parseEntityRefOption(entityRef);
    return await this.#get(`GET ${this.url}/entities/${entityRef}`, () =>
      this.#client.GET('/entities/{kind}/{namespace}/{name}', {
        params: { path: { kind, namespace, name } },
      }),
    );
  }

  async getEntityDefinitions(entityRef: string): Promise<EntityDefinitions> {
    const { kind, namespace, name } = parseEntityRefOption(entityRef);
    return await this.#get(
      `GET ${this.url}/entities/${kind}/${namespace}/${name}/definitions`,
      () =>
        this.#client.GET('/entities/{kind}/{namespace}/{name}/definitions', {
          params: { path: { kind, namespace, name } },
        }),
    );
  }

  async #get<T>(
    where: string,
    request: () => Promise<{ data?: T; error?: unknown; response: Response }>,
  ): Promise<T> {
    const { data, error, response } = await request().catch(cause => {
      throw connectionError(cause, where);
    });
    if (data === undefined) {
      throw responseError(response, error, where);
    }
    return data;
  }
}
