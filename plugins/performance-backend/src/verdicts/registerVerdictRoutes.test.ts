import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { getFrom } from '../__testUtils__/getFrom';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

const group = (name: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', parent, children: [] },
});
const system = (name: string, domain: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name },
  spec: { owner: 'shop', domain },
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'verdict routes on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    const get = getFrom(() => performance);
    const names = (body: any) =>
      body.items.map(
        (item: any) =>
          `${item.entity.name} ${item.definitionName} ${
            item.subject.labels.endpoint ?? item.subject.environment
          }`,
      );

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        now: '2026-11-22T12:00:00Z',
        entities: [
          group('shop'),
          group('payments', 'shop'),
          system('buying', 'commerce'),
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Domain',
            metadata: { name: 'commerce' },
            spec: { owner: 'shop' },
          },
          component('checkout', { system: 'buying', tags: ['java', 'public'] }),
          component('basket', { system: 'buying', tags: ['java'] }),
          component('search', { owner: 'discovery' }),
        ],
        policy: {
          'user:default/payer': {
            'performance.read': createPerformanceConditionalDecision(
              performanceReadPermission,
              performanceConditions.isEntityOwner({
                claims: ['group:default/payments'],
              }),
            ),
          },
          'user:default/stager': {
            'performance.read': createPerformanceConditionalDecision(
              performanceReadPermission,
              performanceConditions.inEnvironment({
                environments: ['staging'],
              }),
            ),
          },
          'user:default/stranger': {
            'performance.read': { result: AuthorizeResult.DENY },
          },
        },
      });
      await performance.services.catalogProjection.sweep();
      for (const content of [
        budget('latency', { fail: '<= 300 ms', warn: '<= 250 ms' }),
        budget('endpoint-latency', {
          fail: '<= 500 ms',
          statistic: 'p50',
          per: ['endpoint'],
        }),
        budget('errors', {
          metric: 'http.request.failed',
          statistic: 'ratio',
          fail: '<= 1 %',
        }),
      ]) {
        await performance.call('POST', '/definitions', { json: { content } });
      }
      const runs: Parameters<typeof newRun>[0][] = [
        {
          entity: 'checkout',
          startedAt: '2026-11-20T10:00:00Z',
          p95: 280,
          failed: 0,
          endpoints: { 'POST /pay': 1200, 'GET /cart': 100 },
          more: { release: '1.0.0' },
        },
        {
          entity: 'checkout',
          startedAt: '2026-11-21T10:00:00Z',
          p95: 310,
          failed: 0.002,
          endpoints: { 'POST /pay': 1100, 'GET /cart': 110 },
          more: { release: '1.1.0' },
        },
        {
          entity: 'checkout',
          startedAt: '2026-11-21T11:00:00Z',
          environment: 'staging',
          p95: 260,
        },
        { entity: 'basket', startedAt: '2026-11-19T10:00:00Z', p95: 200 },
        {
          entity: 'search',
          startedAt: '2026-11-18T10:00:00Z',
          p95: 100,
          failed: 0.5,
        },
      ];
      for (const run of runs) {
        await performance.call('POST', '/runs', { json: newRun(run) });
      }
    });
    afterAll(() => performance.stop());

    it('lists the worst first, with counts', async () => {
      const body = await get('/verdicts');
      expect(body.totalItems).toBe(13);
      expect(body.counts).toEqual({
        fail: 3,
        warn: 1,
        'no-data': 5,
        pass: 4,
        'not-applicable': 0,
      });
      expect(body.items.map((item: any) => item.state)).toEqual([
        ...Array(3).fill('fail'),
        'warn',
        ...Array(5).fill('no-data'),
        ...Array(4).fill('pass'),
      ]);
      expect(body.items[0]).toMatchObject({
        entity: { entityRef: expect.any(String), owner: expect.any(String) },
        area: expect.any(String),
        story: [{ effect: { fail: 'sets' } }],
      });
    });

    it.each<[string, Record<string, string | string[]>, string[]]>([
      [
        'state',
        { state: ['fail', 'warn'] },
        [
          'checkout endpoint-latency POST /pay',
          'checkout latency production',
          'checkout latency staging',
          'search errors production',
        ],
      ],
      [
        'a group, child groups included',
        { owner: 'group:default/shop', state: 'fail' },
        ['checkout endpoint-latency POST /pay', 'checkout latency production'],
      ],
      [
        'either owner',
        {
          owner: ['group:default/payments', 'GROUP:default/Discovery'],
          definition: 'latency',
          environment: 'production',
        },
        [
          'basket latency production',
          'checkout latency production',
          'search latency production',
        ],
      ],
      [
        'system',
        { system: 'system:default/buying', state: 'pass' },
        [
          'basket latency production',
          'checkout endpoint-latency GET /cart',
          'checkout errors production',
        ],
      ],
      [
        'domain',
        { domain: 'domain:default/commerce', state: 'warn' },
        ['checkout latency staging'],
      ],
      [
        'entity',
        { entityRef: 'component:default/search', state: 'pass' },
        ['search latency production'],
      ],
      [
        'tag',
        { tag: 'public', state: 'pass' },
        ['checkout endpoint-latency GET /cart', 'checkout errors production'],
      ],
      [
        'environment',
        { environment: 'staging', state: ['warn', 'no-data'] },
        [
          'checkout endpoint-latency staging',
          'checkout errors staging',
          'checkout latency staging',
        ].map(name =>
          name.replace('endpoint-latency staging', 'endpoint-latency *'),
        ),
      ],
      [
        'metric',
        { metric: 'http.request.failed', state: ['pass', 'fail'] },
        ['checkout errors production', 'search errors production'],
      ],
      ['area', { area: 'errors', state: 'fail' }, ['search errors production']],
      [
        'part of the entity',
        { q: 'ASKET', state: 'pass' },
        ['basket latency production'],
      ],
      [
        'part of a label',
        { q: '/pay' },
        ['checkout endpoint-latency POST /pay'],
      ],
      [
        'part of the title',
        { q: 'of errors', state: 'fail' },
        ['search errors production'],
      ],
      ['what is only like a pattern', { q: '%' }, []],
      [
        'kind',
        {
          kind: 'Component',
          type: 'service',
          lifecycle: 'production',
          state: 'warn',
        },
        ['checkout latency staging'],
      ],
      ['another kind', { kind: 'api' }, []],
    ])('filters by %s', async (_, query, expected) => {
      const body = await get('/verdicts', query);
      expect(names(body).sort()).toEqual(expected);
      expect(body.totalItems).toBe(expected.length);
    });

    it('counts states apart from the filter by state', async () => {
      const body = await get('/verdicts', {
        definition: 'latency',
        state: 'fail',
      });
      expect(body.totalItems).toBe(1);
      expect(body.counts).toMatchObject({ fail: 1, warn: 1, pass: 2 });
    });

    it.each<[string, string | undefined, (item: any) => unknown, unknown[]]>([
      ['value', undefined, item => item.value, [310, 260, 200, 100]],
      ['value', 'asc', item => item.value, [100, 200, 260, 310]],
      [
        'entity',
        undefined,
        item => item.entity.name,
        ['basket', 'checkout', 'checkout', 'search'],
      ],
      [
        'since',
        undefined,
        item => item.since.slice(8, 10),
        ['21', '21', '19', '18'],
      ],
      [
        'environment',
        'desc',
        item => item.subject.environment,
        ['staging', 'production', 'production', 'production'],
      ],
      [
        'title',
        undefined,
        item => item.title,
        Array(4).fill('Title of latency'),
      ],
    ])('sorts by %s %s', async (sort, order, read, expected) => {
      const body = await get('/verdicts', {
        definition: 'latency',
        state: ['pass', 'warn', 'fail'],
        sort,
        ...(order && { order }),
      });
      expect(body.items.map(read)).toEqual(expected);
    });

    it('pages without gaps or repeats', async () => {
      const all = names(await get('/verdicts', { limit: 100 }));
      const paged: string[] = [];
      for (let offset = 0; offset < all.length; offset += 4) {
        paged.push(...names(await get('/verdicts', { limit: 4, offset })));
      }
      expect(paged).toEqual(all);
    });

    it.each([
      ['limit', '501'],
      ['limit', '0'],
      ['offset', '-1'],
      ['state', 'bad'],
      ['sort', 'colour'],
      ['colour', 'red'],
    ])('refuses %s=%s', async (name, value) => {
      const { status, body } = await performance.call('GET', '/verdicts', {
        query: { [name]: value },
      });
      expect(status).toBe(400);
      expect(body.error.message).toMatch(name);
    });

    it('shows the values of the statistic over time', async () => {
      const body = await get('/verdicts', {
        definition: 'latency',
        entityRef: 'component:default/checkout',
        environment: 'production',
        trend: true,
      });
      expect(body.items[0].trend).toMatchObject([
        { at: '2026-11-20T10:00:00.000Z', value: 280, release: '1.0.0' },
        { at: '2026-11-21T10:00:00.000Z', value: 310, release: '1.1.0' },
      ]);
      const detail = await get(`/verdicts/${body.items[0].id}`);
      expect(detail.trend).toEqual(body.items[0].trend);
      expect(detail.history).toMatchObject([
        {
          at: '2026-11-21T10:00:00.000Z',
          state: 'fail',
          previousState: 'warn',
          value: 310,
          confirmed: false,
        },
        { at: '2026-11-20T10:00:00.000Z', state: 'warn', value: 280 },
      ]);
    });

    it('shows values from before there was a definition', async () => {
      await performance.call('POST', '/definitions', {
        json: {
          content: budget('mean-latency', {
            statistic: 'mean',
            fail: '<= 300 ms',
          }),
        },
      });
      const body = await get('/verdicts', {
        definition: 'mean-latency',
        entityRef: 'component:default/checkout',
        environment: 'production',
        trend: true,
      });
      expect(body.items).toMatchObject([
        { state: 'pass', value: 155, trend: [{ value: 140 }, { value: 155 }] },
      ]);
      const { items } = await get('/definitions', { q: 'mean-latency' });
      await performance.call(
        'DELETE',
        `/definitions/${encodeURIComponent(items[0].id)}`,
      );
    });

    it.each(['1-999999', 'x', '1-2-3'])(
      'answers 404 for the verdict %s',
      async verdictId => {
        const { status } = await performance.call(
          'GET',
          `/verdicts/${verdictId}`,
        );
        expect(status).toBe(404);
      },
    );

    it('counts facets of rules and stages in one reading of verdicts', async () => {
      const statements: string[] = [];
      const onQuery = ({ sql }: { sql: string }) => statements.push(sql);
      performance.services.knex.on('query', onQuery);
      const { rules, stages, goals } = await get('/facets');
      performance.services.knex.off('query', onQuery);
      expect([rules.length, stages.length, goals]).toEqual([
        expect.any(Number),
        1,
        [],
      ]);
      expect(
        statements.filter(sql => /from [`"]verdicts[`"]/.test(sql)),
      ).toHaveLength(1);
    });

    it('counts what there is to filter by', async () => {
      const facets = await get('/facets');
      expect(facets).toMatchObject({
        owners: [
          { value: 'group:default/discovery', count: 3 },
          { value: 'group:default/payments', count: 10 },
          { value: 'group:default/shop', count: 10 },
        ],
        systems: [{ value: 'system:default/buying', count: 10 }],
        domains: [{ value: 'domain:default/commerce', count: 10 }],
        kinds: [{ value: 'component', count: 13 }],
        types: [{ value: 'service', count: 13 }],
        tags: [
          { value: 'java', count: 10 },
          { value: 'public', count: 7 },
        ],
        lifecycles: [{ value: 'production', count: 13 }],
        environments: [
          { value: 'production', count: 10 },
          { value: 'staging', count: 3 },
        ],
        metrics: [
          { value: 'http.request.duration', count: 9 },
          { value: 'http.request.failed', count: 4 },
        ],
        areas: [
          { value: 'errors', count: 4 },
          { value: 'latency', count: 9 },
        ],
      });
    });

    it('shows where an entity stands', async () => {
      expect(await get('/entities/component/default/checkout')).toMatchObject({
        entity: {
          entityRef: 'component:default/checkout',
          owner: 'group:default/payments',
          system: 'system:default/buying',
          domain: 'domain:default/commerce',
          tags: ['java', 'public'],
        },
        counts: { fail: 2, warn: 1, pass: 2, 'no-data': 2 },
        environments: ['production', 'staging'],
        runCount: 3,
        lastRunAt: '2026-11-21T11:00:00.000Z',
        may: { upload: true, define: true, administer: true },
        notJudged: [],
      });
    });

    describe('for someone who may see', () => {
      it("an owner's entities only: lists, counts and facets leave out the rest", async () => {
        const user = 'user:default/payer';
        const body = await get('/verdicts', { limit: 100 }, user);
        expect(body.totalItems).toBe(10);
        expect(body.counts).toMatchObject({ fail: 2 });
        expect(JSON.stringify(body)).not.toContain('search');
        const facets = await get('/facets', {}, user);
        expect(facets.kinds).toEqual([{ value: 'component', count: 10 }]);
        expect((await get('/runs', {}, user)).totalItems).toBe(4);
        const hidden = await performance.call(
          'GET',
          '/entities/component/default/search',
          { user },
        );
        expect(hidden.status).toBe(404);
      });

      it('an environment only: the entity shows that part of itself', async () => {
        const user = 'user:default/stager';
        expect((await get('/verdicts', {}, user)).totalItems).toBe(3);
        expect(
          await get('/entities/component/default/checkout', {}, user),
        ).toMatchObject({
          counts: { warn: 1, 'no-data': 2, fail: 0 },
          environments: ['staging'],
          runCount: 1,
        });
      });

      it('nothing: everything is empty, and each thing unknown', async () => {
        const user = 'user:default/stranger';
        expect(await get('/verdicts', {}, user)).toMatchObject({
          items: [],
          totalItems: 0,
          counts: { fail: 0 },
        });
        expect((await get('/facets', {}, user)).kinds).toEqual([]);
        const { items } = await get('/verdicts', { limit: 1 });
        const { body: runs } = await performance.call('GET', '/runs');
        for (const path of [
          `/verdicts/${items[0].id}`,
          `/runs/${runs.items[0].id}`,
          '/entities/component/default/checkout',
        ]) {
          const { status } = await performance.call('GET', path, { user });
          expect([path, status]).toEqual([path, 404]);
        }
      });
    });
  },
);
