import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('run routes on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;
  /** By what the run is called below. */
  const ids = new Map<string, string>();

  const get = async (
    path: string,
    query: Record<string, string | string[] | number | boolean> = {},
  ) => {
    const { status, body } = await performance.call('GET', path, { query });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  const nameOf = (run: { id: string }) =>
    [...ids].find(([, runId]) => runId === run.id)?.[0];

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      now: '2026-11-22T12:00:00Z',
      entities: [component('checkout'), component('search')],
      policy: {
        'user:default/reader': {
          'performance.read': ALLOW,
          'performance.upload': DENY,
          'performance.administer': DENY,
        },
        'user:default/stranger': {
          'performance.read': DENY,
          'performance.upload': DENY,
          'performance.administer': DENY,
        },
      },
    });
    await performance.call('POST', '/definitions', {
      json: { content: budget('latency', { fail: '<= 300 ms' }) },
    });
    const runs: Record<string, Parameters<typeof newRun>[0]> = {
      first: { startedAt: '2026-11-18T10:00:00Z', p95: 200 },
      staging: {
        startedAt: '2026-11-19T10:00:00Z',
        environment: 'staging',
        p95: 400,
      },
      pull: {
        startedAt: '2026-11-20T10:00:00Z',
        branch: 'feature/x',
        p95: 320,
        more: { durationSeconds: 30, commit: 'abc' },
      },
      slow: {
        startedAt: '2026-11-21T10:00:00Z',
        p95: 310,
        failed: 0.01,
        endpoints: { 'POST /pay': 600, 'GET /cart': 100 },
        more: {
          tool: 'jmeter',
          toolVersion: '5.6.3',
          durationSeconds: 90,
          configuration: { threads: 10 },
          warnings: [{ code: 'labels-merged', message: 'Too many' }],
          toolVerdicts: [
            { metric: 'x', expression: 'p(95)<300', passed: false },
          ],
          timeline: {
            startedAt: '2026-11-21T10:00:00Z',
            bucketSeconds: 30,
            buckets: [{ rate: 10, errorRate: 0.1, p95: 300 }],
          },
        },
      },
      search: {
        startedAt: '2026-11-17T10:00:00Z',
        entity: 'search',
        p95: 100,
      },
    };
    for (const [name, run] of Object.entries(runs)) {
      const { body } = await performance.call('POST', '/runs', {
        json: newRun(run),
      });
      ids.set(name, body.run.id);
    }
    await performance.call('PUT', `/runs/${ids.get('first')}/invalidation`, {
      json: { reason: 'wrong build' },
    });
  });
  afterAll(() => performance.stop());

  it.each<[Record<string, string | string[] | boolean>, string[]]>([
    [{}, ['slow', 'pull', 'staging', 'first', 'search']],
    [
      { entityRef: 'Component:default/Checkout' },
      ['slow', 'pull', 'staging', 'first'],
    ],
    [{ environment: 'staging' }, ['staging']],
    [{ branch: 'feature/x' }, ['pull']],
    [{ tool: 'jmeter' }, ['slow']],
    [{ tracked: false }, ['pull']],
    [{ tracked: true, valid: true }, ['slow', 'staging', 'search']],
    [{ valid: false }, ['first']],
    [{ outcome: 'pass' }, ['first', 'search']],
    [{ outcome: ['fail', 'warn'] }, ['slow', 'pull', 'staging']],
    [
      {
        startedAfter: '2026-11-18T10:00:00Z',
        startedBefore: '2026-11-21T10:00:00Z',
      },
      ['pull', 'staging'],
    ],
    [{ order: 'asc' }, ['search', 'first', 'staging', 'pull', 'slow']],
    [
      { sort: 'durationSeconds', order: 'asc' },
      ['pull', 'staging', 'first', 'search', 'slow'],
    ],
    [
      { sort: 'tool', order: 'asc', valid: true },
      ['slow', 'pull', 'staging', 'search'],
    ],
  ])('lists runs by %j', async (query, expected) => {
    const body = await get('/runs', query);
    expect(body.items.map(nameOf)).toEqual(expected);
    expect(body.totalItems).toBe(expected.length);
  });

  it('pages', async () => {
    const body = await get('/runs', { limit: 2, offset: 1 });
    expect(body.items.map(nameOf)).toEqual(['pull', 'staging']);
    expect(body.totalItems).toBe(5);
  });

  it('shows a run with what its tool said', async () => {
    expect(await get(`/runs/${ids.get('slow')}`)).toMatchObject({
      entityRef: 'component:default/checkout',
      tool: 'jmeter',
      toolVersion: '5.6.3',
      startedAt: '2026-11-21T10:00:00.000Z',
      endedAt: '2026-11-21T10:01:30.000Z',
      durationSeconds: 90,
      outcome: 'fail',
      counts: { fail: 1, pass: 0 },
      requests: 1000,
      p95: 310,
      configuration: { threads: 10 },
      warnings: [{ code: 'labels-merged', message: 'Too many' }],
      toolVerdicts: [{ expression: 'p(95)<300', passed: false }],
      timeline: { buckets: [{ rate: 10, errorRate: 0.1, p95: 300 }] },
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      may: { administer: true },
    });
  });

  it('lists series, of one metric or all, in pages', async () => {
    const path = `/runs/${ids.get('slow')}/series`;
    const all = await get(path);
    expect(all.totalItems).toBe(4);
    expect(all.items[1]).toEqual({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: { endpoint: 'POST /pay' },
      count: 1000,
      min: 10,
      max: 1200,
      mean: 300,
      quantiles: { '0.5': 300, '0.95': 600 },
      quantileMethod: 'reported',
    });
    const paged = await get(path, {
      metric: 'http.request.duration',
      limit: 1,
      offset: 2,
    });
    expect(paged).toEqual({ items: [all.items[2]], totalItems: 3 });
  });

  it.each([
    ['GET', ''],
    ['GET', '/series'],
    ['GET', '/verdicts'],
    ['GET', '/gate'],
    ['GET', '/comparison'],
    ['DELETE', ''],
    ['DELETE', '/invalidation'],
  ])(
    'answers %s of an unknown run%s like of a hidden one',
    async (method, part) => {
      const unknown = await performance.call(method, `/runs/nothing${part}`);
      expect(unknown.status).toBe(404);
      const hidden = await performance.call(
        method,
        `/runs/${ids.get('slow')}${part}`,
        { user: 'user:default/stranger' },
      );
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message).toBe(
        unknown.body.error.message.replace('nothing', ids.get('slow')),
      );
    },
  );

  it('lets nobody correct a run who may only see it', async () => {
    const user = 'user:default/reader';
    const path = `/runs/${ids.get('slow')}`;
    const { body } = await performance.call('GET', path, { user });
    expect(body.may).toEqual({ administer: false });
    const answers = [
      await performance.call('DELETE', path, { user }),
      await performance.call('DELETE', `${path}/invalidation`, { user }),
      await performance.call('PUT', `${path}/invalidation`, {
        user,
        json: { reason: 'I do not like it' },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(performance.audit).toEqual(
      expect.arrayContaining([
        { eventId: 'run-delete', outcome: 'fail' },
        { eventId: 'run-invalidate', outcome: 'fail' },
        { eventId: 'run-reinstate', outcome: 'fail' },
      ]),
    );
    expect((await get(path)).invalid).toBeUndefined();
  });

  it('wants a reason to mark a run invalid', async () => {
    const { status, body } = await performance.call(
      'PUT',
      `/runs/${ids.get('slow')}/invalidation`,
      { json: { reason: '' } },
    );
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/reason/);
  });
});
