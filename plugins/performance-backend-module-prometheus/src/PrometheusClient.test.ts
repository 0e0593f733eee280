import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  failure,
  matrix,
  startServer,
  TestServer,
} from './__testUtils__/startServer';
import { PrometheusClient } from './PrometheusClient';
import { readPrometheusConfig } from './readPrometheusConfig';

const request = { query: 'up', from: 60_000, to: 60_000, stepSeconds: 60 };
const signal = new AbortController().signal;
const answered = matrix([[60, '1']]);

describe('PrometheusClient', () => {
  let server: TestServer;
  let now: Date;
  let waits: number[];

  beforeEach(async () => {
    server = await startServer();
    now = new Date('2026-11-22T12:00:00Z');
    waits = [];
  });

  afterEach(() => server.stop());

  const clientOf = (config: JsonObject = {}) =>
    new PrometheusClient(
      readPrometheusConfig(new ConfigReader({ url: server.url, ...config })),
      () => now,
      async milliseconds => {
        waits.push(milliseconds);
      },
    );
  const answerWith = (
    status: number,
    body: string,
    headers?: Record<string, string>,
  ) =>
    server.answer((_, response) => {
      response.writeHead(status, headers).end(body);
    });
  /** These, then what is right. */
  const failFirst = (
    failures: number,
    status: number,
    headers?: Record<string, string>,
  ) =>
    server.answer((_, response) => {
      if (server.requests.length <= failures) {
        response.writeHead(status, headers).end('busy');
      } else {
        response.end(answered);
      }
    });

  it.each([429, 500, 502, 503, 504])(
    'tries again after status %s, later each time',
    async status => {
      failFirst(3, status);
      const { values } = await clientOf().queryRange(request, signal);
      expect(values).toEqual([[60_000, 1]]);
      expect(waits).toHaveLength(3);
      for (const [attempt, wait] of waits.entries()) {
        expect(wait).toBeGreaterThanOrEqual(250 * 2 ** attempt);
        expect(wait).toBeLessThanOrEqual(500 * 2 ** attempt);
      }
    },
  );

  it.each([
    ['7', 7000],
    ['Sun, 22 Nov 2026 12:00:09 GMT', 9000],
  ])('waits as long as Retry-After: %s says', async (value, expected) => {
    failFirst(1, 429, { 'retry-after': value });
    await clientOf().queryRange(request, signal);
    expect(waits).toEqual([expected]);
  });

  it('leaves a server alone that asks for more time than a query has', async () => {
    const client = clientOf();
    answerWith(503, 'busy', { 'retry-after': '120' });
    const ask = () => client.queryRange(request, signal);
    await expect(ask()).rejects.toThrow('The source answered with status 503');
    answerWith(200, answered);
    now = new Date('2026-11-22T12:01:59Z');
    await expect(ask()).rejects.toThrow(
      'Not asked, because the source failed before: The source answered with status 503',
    );
    now = new Date('2026-11-22T12:02:00Z');
    expect((await ask()).values).toEqual([[60_000, 1]]);
    expect(server.requests).toHaveLength(2);
  });

  it('gives up after the retries', async () => {
    answerWith(500, failure('internal', 'disk full'));
    await expect(
      clientOf({ maxRetries: 2 }).queryRange(request, signal),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'The source answered with status 500: internal: disk full',
    });
    expect(server.requests).toHaveLength(3);
  });

  it('tries again after a cut connection', async () => {
    server.answer((_, response) => {
      if (server.requests.length === 1) {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"status":');
        response.destroy();
      } else {
        response.end(answered);
      }
    });
    const { values } = await clientOf().queryRange(request, signal);
    expect(values).toEqual([[60_000, 1]]);
  });

  it('names no address where nobody listens', async () => {
    const client = clientOf({ maxRetries: 0 });
    await server.stop();
    await expect(client.queryRange(request, signal)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'The source refuses connections',
    });
  });

  it.each(['before its answer', 'within its answer'])(
    'gives a server up that hangs %s',
    async when => {
      server.answer((_, response) => {
        if (when === 'within its answer') {
          response.writeHead(200).write('{"status":');
        }
      });
      await expect(
        clientOf({ timeout: { milliseconds: 50 } }).queryRange(request, signal),
      ).rejects.toMatchObject({
        kind: 'unavailable',
        message: "The source wasn't done within 0.05 s",
      });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('ends at once when aborted', async () => {
    const controller = new AbortController();
    server.answer(() => controller.abort(new Error('Shutting down')));
    await expect(
      clientOf().queryRange(request, controller.signal),
    ).rejects.toThrow('Shutting down');
  });

  it('leaves a broken server alone, tries it later, and returns to it', async () => {
    const client = clientOf({ maxRetries: 0 });
    const ask = () =>
      client.queryRange(request, signal).then(
        () => 'answered',
        ({ message }) => message.split(':')[0],
      );
    const failed = 'The source answered with status 500';
    const notAsked = 'Not asked, because the source failed before';

    answerWith(500, '');
    for (let query = 0; query < 5; query += 1) {
      expect(await ask()).toBe(failed);
    }
    expect(await ask()).toBe(notAsked);
    now = new Date('2026-11-22T12:00:30Z');
    expect(await Promise.all([ask(), ask()])).toEqual([failed, notAsked]);
    expect(await ask()).toBe(notAsked);

    now = new Date('2026-11-22T12:01:00Z');
    answerWith(200, answered);
    expect(await ask()).toBe('answered');
    expect(await Promise.all([ask(), ask()])).toEqual(['answered', 'answered']);
  });

  it('asks on while only some queries are wrong', async () => {
    const client = clientOf();
    answerWith(400, failure('bad_data', 'parse error'));
    for (let query = 0; query < 6; query += 1) {
      await expect(client.queryRange(request, signal)).rejects.toThrow(
        'bad_data: parse error',
      );
    }
    expect(server.requests).toHaveLength(6);
  });
});
