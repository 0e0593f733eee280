/**
 * Requests and responses are the platform's own, and the server is a real one.
 *
 * @jest-environment node
 */
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { PerformanceClientApi } from './PerformanceClientApi';

describe('PerformanceClientApi', () => {
  let server: Server;
  let requests: { line: string; type?: string; body: string }[];
  let answer: { status: number; body: unknown };
  let api: PerformanceClientApi;

  beforeEach(async () => {
    requests = [];
    answer = { status: 200, body: {} };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        requests.push({
          line: `${request.method} ${request.url}`,
          type: request.headers['content-type'],
          body: Buffer.concat(chunks).toString('utf8'),
        });
        response.writeHead(answer.status, {
          'Content-Type': 'application/json',
        });
        response.end(
          answer.status === 204 ? undefined : JSON.stringify(answer.body),
        );
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    api = new PerformanceClientApi({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('repeats a filter for each of its values', async () => {
    answer.body = { items: [], totalItems: 0, counts: {} };

    await api.listVerdicts({
      state: ['fail', 'warn'],
      owner: ['group:default/payments'],
      limit: 10,
    });

    expect(requests[0].line).toBe(
      'GET /api/performance/verdicts?state=fail&state=warn&owner=group%3Adefault%2Fpayments&limit=10',
    );
  });

  it('keeps the slashes of a definition’s id out of the path', async () => {
    await api.getDefinition('org/budget/api-latency');

    expect(requests[0].line).toBe(
      'GET /api/performance/definitions/org%2Fbudget%2Fapi-latency',
    );
  });

  it('sends a report byte by byte', async () => {
    const report = '{"metrics":\n{"ü":1}}';

    await api.uploadReport(new Blob([report], { type: 'application/json' }), {
      entityRef: 'component:default/checkout',
      environment: 'staging',
      dryRun: true,
    });

    expect(requests[0]).toEqual({
      line: 'POST /api/performance/reports?entityRef=component%3Adefault%2Fcheckout&environment=staging&dryRun=true',
      type: 'application/octet-stream',
      body: report,
    });
  });

  it('rejects with what the backend said', async () => {
    answer = {
      status: 400,
      body: {
        error: { name: 'InputError', message: 'k6: line 3: not a number' },
        response: { statusCode: 400 },
      },
    };

    await expect(api.getRun('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 400,
      cause: { name: 'InputError', message: 'k6: line 3: not a number' },
    });
  });

  it('tells of writes, and not of reads or dry runs', async () => {
    const onChange = jest.fn();
    const unsubscribe = api.onChange(onChange);
    const report = new Blob(['{}']);
    const query = {
      entityRef: 'component:default/checkout',
      environment: 'staging',
    };

    await api.getRun('x');
    await api.uploadReport(report, { ...query, dryRun: true });
    expect(onChange).not.toHaveBeenCalled();

    await api.uploadReport(report, query);
    expect(onChange).toHaveBeenCalledTimes(1);

    answer.status = 204;
    await api.deleteDefinition('org/budget/api-latency');
    expect(onChange).toHaveBeenCalledTimes(2);

    unsubscribe();
    answer.status = 200;
    await api.reinstateRun('x');
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
