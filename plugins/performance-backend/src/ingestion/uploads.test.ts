import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gzipSync } from 'node:zlib';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  budget,
  component,
  k6Summary,
  newRun,
} from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

const NOW = '2026-11-22T12:00:00Z';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);
const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('uploads on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;

  /** Uploads a report of the entity `checkout` in production unless told otherwise. */
  const upload = (
    text: string | Buffer,
    query: Record<string, string | boolean> = {},
    options: { user?: string; contentType?: string } = {},
  ) =>
    performance.call('POST', '/reports', {
      query: {
        entityRef: 'component:default/checkout',
        environment: 'production',
        ...query,
      },
      text,
      ...options,
    });
  const createRun = (run: Parameters<typeof newRun>[0]) =>
    performance.call('POST', '/runs', { json: newRun(run) });
  const total = async (query: Record<string, string> = {}) =>
    (await performance.call('GET', '/runs', { query })).body.totalItems;

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      entities: [component('checkout'), component('basket')],
      now: NOW,
      config: {
        performance: {
          trackedBranches: ['main', 'release/*'],
          reports: { limits: { maxDocumentBytes: 5000 } },
        },
      },
      policy: {
        'user:default/stranger': {
          'performance.read': DENY,
          'performance.upload': DENY,
          'performance.administer': DENY,
        },
        'user:default/reader': {
          'performance.read': ALLOW,
          'performance.upload': DENY,
          'performance.administer': DENY,
        },
      },
    });
    await performance.call('POST', '/definitions', {
      json: { content: budget('latency', { fail: '<= 300 ms' }) },
    });
  });
  beforeEach(async () => {
    await performance.forgetEntities();
    performance.setNow(NOW);
  });
  afterAll(() => performance.stop());

  it.each([
    ['JSON', 'application/json', (text: string) => text],
    ['bytes', 'application/octet-stream', (text: string) => text],
    ['gzip', 'application/gzip', (text: string) => gzipSync(text)],
    [
      'what curl --data-binary calls it',
      'application/x-www-form-urlencoded',
      (text: string) => text,
    ],
  ])(
    'stores a k6 summary sent as %s and judges it',
    async (_, type, encode) => {
      const { status, body } = await upload(
        encode(k6Summary(280)),
        {
          commit: 'abc123',
          branch: 'main',
          ciUrl: 'https://ci.example/builds/7',
          startedAt: '2026-11-22T11:00:00Z',
          release: '2.14.0',
        },
        { contentType: type },
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        duplicate: false,
        dryRun: false,
        changesCurrentState: true,
        run: {
          entityRef: 'component:default/checkout',
          environment: 'production',
          tool: 'k6',
          commit: 'abc123',
          branch: 'main',
          tracked: true,
          ciUrl: 'https://ci.example/builds/7',
          startedAt: '2026-11-22T11:00:00.000Z',
          release: '2.14.0',
          type: 'load',
          createdAt: '2026-11-22T12:00:00.000Z',
          createdBy: 'user:default/mock',
          outcome: 'pass',
          p95: 280,
          may: { administer: true },
          toolVerdicts: [{ expression: 'p(95)<250', passed: false }],
        },
        verdicts: [{ state: 'pass', value: 280 }],
        changes: [{ to: 'pass', title: 'Title of latency' }],
      });
      expect(performance.audit).toContainEqual({
        eventId: 'report-upload',
        outcome: 'success',
      });
    },
  );

  it('keeps what a run is for, and refuses what it does not know', async () => {
    const { status, body } = await upload(k6Summary(280), { type: 'soak' });
    expect(status).toBe(201);
    expect(body.run).toMatchObject({ type: 'soak' });
    const refused = await upload(k6Summary(280), { type: 'marathon' });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/type.*load, stress, soak/);
  });

  it('takes the same report twice as one run', async () => {
    const query = { commit: 'abc', startedAt: '2026-11-22T11:00:00Z' };
    const first = await upload(k6Summary(280), query);
    const second = await upload(gzipSync(k6Summary(280)), query, {
      contentType: 'application/gzip',
    });
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({
      duplicate: true,
      changesCurrentState: false,
      changes: [],
      run: { id: first.body.run.id },
      verdicts: first.body.verdicts,
    });
    expect(await total()).toBe(1);
  });

  it('takes the same report twice as one run though nobody says when it started', async () => {
    const first = await upload(k6Summary(280));
    performance.setNow('2026-11-22T13:00:00Z');
    const second = await upload(k6Summary(280));
    expect(second.body.run.id).toBe(first.body.run.id);
    expect(await total()).toBe(1);
  });

  it('takes the same bytes of two commits, branches, environments and entities as runs of their own', async () => {
    const base = { commit: 'a', startedAt: '2026-11-22T11:00:00Z' };
    const uploads = [
      base,
      { ...base, commit: 'b' },
      { ...base, branch: 'main' },
      { ...base, startedAt: '2026-11-22T11:00:01Z' },
      { ...base, environment: 'staging' },
      { ...base, entityRef: 'component:default/basket' },
    ];
    for (const query of uploads) {
      expect((await upload(k6Summary(280), query)).status).toBe(201);
    }
    expect(await total()).toBe(uploads.length);
  });

  it('refuses another report under an external id that is taken', async () => {
    const query = { externalId: 'build-7', commit: 'a' };
    expect((await upload(k6Summary(280), query)).status).toBe(201);
    const again = await upload(k6Summary(280), { ...query, commit: 'b' });
    expect([again.status, again.body.duplicate]).toEqual([200, true]);
    const other = await upload(k6Summary(290), query);
    expect(other.status).toBe(409);
    expect(other.body.error.message).toMatch(/external id 'build-7'/);
    const elsewhere = await upload(k6Summary(290), {
      ...query,
      environment: 'staging',
    });
    expect(elsewhere.status).toBe(201);
    expect(await total()).toBe(2);
  });

  it.each([
    [
      'an unknown entity',
      { entityRef: 'component:default/nobody' },
      404,
      /no entity 'component:default\/nobody'/,
    ],
    ['no entity ref', { entityRef: 'component:' }, 400, /is no entity ref/],
    [
      'a strange environment',
      { environment: 'pro duction' },
      400,
      /environment/,
    ],
    [
      'a start in the future',
      { startedAt: '2026-11-24T12:00:00Z' },
      400,
      /more than a day from now/,
    ],
    ['NUL in a parameter', { commit: 'a\0b' }, 400, /NUL/],
    ['a start that is no time', { startedAt: 'today' }, 400, /startedAt/],
  ])('refuses %s and stores nothing', async (_, query, status, message) => {
    const refused = await upload(k6Summary(280), query);
    expect(refused.status).toBe(status);
    expect(refused.body.error.message).toMatch(message);
    expect(await total()).toBe(0);
    expect((await upload(k6Summary(280))).status).toBe(201);
  });

  it.each([
    ['text', 'hello', 400, /./],
    ['a cut report', k6Summary(280).slice(0, -20), 400, /k6|JSON/],
    ['nothing', '', 400, /empty/],
    [
      'a broken gzip stream',
      gzipSync(k6Summary(280)).subarray(0, 100),
      400,
      /gzip/,
    ],
    [
      'a report beyond a limit',
      k6Summary(280).replace('{', `{"padding":"${'x'.repeat(6000)}",`),
      413,
      /limit 5,000, configured by performance.reports.limits.maxDocumentBytes/,
    ],
  ])('refuses %s and stores nothing', async (_, text, status, message) => {
    const refused = await upload(
      text,
      {},
      {
        contentType: 'application/octet-stream',
      },
    );
    expect(refused.status).toBe(status);
    expect(refused.body.error.message).toMatch(message);
    expect(await total()).toBe(0);
    expect(performance.audit).toContainEqual({
      eventId: 'report-upload',
      outcome: 'fail',
    });
  });

  it.each([
    ['a little', 1],
    ['more than it reads on', 40],
  ])(
    'gives the reason to a client that is still sending %s',
    async (_, megabytes) => {
      const padding = Buffer.alloc(megabytes * 1024 * 1024, 'x');
      const refused = await upload(
        padding,
        { entityRef: 'component:default/nobody' },
        { contentType: 'application/octet-stream' },
      );
      expect(refused.status).toBe(404);
      const unread = await upload(
        padding,
        {},
        { contentType: 'application/octet-stream' },
      );
      expect(unread.status).toBe(400);
    },
  );

  it('requires an environment', async () => {
    const refused = await performance.call('POST', '/reports', {
      query: { entityRef: 'component:default/checkout' },
      text: k6Summary(280),
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/environment/);
  });

  it('shows in a dry run what would change, and stores nothing', async () => {
    await createRun({ startedAt: '2026-11-22T10:00:00Z', p95: 200 });
    const dry = await upload(k6Summary(320), {
      dryRun: true,
      startedAt: '2026-11-22T11:00:00Z',
    });
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({
      dryRun: true,
      duplicate: false,
      changesCurrentState: true,
      verdicts: [{ state: 'fail', value: 320 }],
      changes: [{ from: 'pass', to: 'fail' }],
    });
    expect(await total()).toBe(1);
    const { body } = await performance.call('GET', '/verdicts');
    expect(body.items).toMatchObject([{ state: 'pass', value: 200 }]);
    expect(
      (await performance.call('GET', `/runs/${dry.body.run.id}`)).status,
    ).toBe(404);
  });

  it.each([
    ['main', true],
    ['refs/heads/main', true],
    ['release/2.14', true],
    ['feature/main', false],
    ['maintenance', false],
  ])('tracks the branch %s: %s', async (branch, tracked) => {
    const { body } = await upload(k6Summary(280), { branch });
    expect(body.run.tracked).toBe(tracked);
    expect(body.changesCurrentState).toBe(tracked);
  });

  it('judges a run of another branch and leaves current state alone', async () => {
    await createRun({ startedAt: '2026-11-22T10:00:00Z', p95: 200 });
    const { body } = await createRun({
      startedAt: '2026-11-22T11:00:00Z',
      branch: 'feature/x',
      p95: 400,
    });
    expect(body).toMatchObject({
      changesCurrentState: false,
      note: expect.stringContaining("feature/x isn't tracked"),
      verdicts: [{ state: 'fail', value: 400 }],
      changes: [{ from: 'pass', to: 'fail' }],
    });
    const verdicts = await performance.call('GET', '/verdicts');
    expect(verdicts.body.items).toMatchObject([{ state: 'pass', value: 200 }]);
    const gate = await performance.call('GET', `/runs/${body.run.id}/gate`);
    expect(gate.body).toMatchObject({ outcome: 'fail', gate: { exitCode: 1 } });
  });

  it.each([
    ['an infinite value', { mean: 1e999 }, /mean/],
    ['a negative duration', { min: -1 }, /min is negative/],
    [
      'a quantile that is none',
      { quantiles: { p95: 3 } },
      /'p95' is no quantile/,
    ],
    ['a sketch that is none', { sketch: 'AAAA' }, /no DDSketch/],
    ['an unknown unit', { unit: 'min' }, /unit/],
    [
      'a value that is none',
      { values: [1, 1e999] },
      /values\/1 must be number/,
    ],
    [
      'a metric with NUL in its name',
      { metric: 'custom.a\0b' },
      /custom\.a\\u0000b.* holds a NUL/,
    ],
  ])('refuses a run with %s', async (_, part, message) => {
    const run = newRun({ startedAt: '2026-11-22T11:00:00Z' });
    const refused = await performance.call('POST', '/runs', {
      text: JSON.stringify({
        ...run,
        series: [{ ...run.series[0], ...part }],
      }).replaceAll('null', '1e999'),
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(message);
    expect(await total()).toBe(0);
  });

  it('refuses a timeline with numbers that are none', async () => {
    const run = newRun({
      startedAt: '2026-11-22T11:00:00Z',
      more: {
        timeline: {
          startedAt: '2026-11-22T11:00:00Z',
          bucketSeconds: 10,
          buckets: [{ rate: 1e999, errorRate: 0 }],
        },
      },
    });
    const { status, body } = await performance.call('POST', '/runs', {
      text: JSON.stringify(run).replace('"rate":null', '"rate":1e999'),
    });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/buckets\/0\/rate must be number/);
  });

  it('keeps any text in labels as it is', async () => {
    const endpoint = 'GET /a\0b/\u{1f600}/"\'\\%_';
    const { body } = await createRun({
      startedAt: '2026-11-22T11:00:00Z',
      endpoints: { [endpoint]: 100 },
    });
    const series = await performance.call('GET', `/runs/${body.run.id}/series`);
    expect(series.body.items[1].labels).toEqual({ endpoint });
  });

  it('takes the same normalised run twice as one, whatever the order of its fields', async () => {
    const run = newRun({ startedAt: '2026-11-22T11:00:00Z' });
    const first = await performance.call('POST', '/runs', { json: run });
    const second = await performance.call('POST', '/runs', {
      json: Object.fromEntries(Object.entries(run).reverse()),
    });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.run.id).toBe(first.body.run.id);
  });

  it('lets nobody upload who may not, and strangers not even know', async () => {
    const stranger = await upload(
      k6Summary(280),
      {},
      {
        user: 'user:default/stranger',
      },
    );
    expect(stranger.status).toBe(404);
    const reader = await upload(
      k6Summary(280),
      {},
      {
        user: 'user:default/reader',
      },
    );
    expect(reader.status).toBe(403);
    expect(reader.body.error.message).toMatch(/performance.upload/);
    expect(await total()).toBe(0);
  });
});
