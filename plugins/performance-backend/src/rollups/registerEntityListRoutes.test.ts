import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { NOBODY, PAYER, STAGER, startShop } from '../__testUtils__/startShop';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

const ENDPOINT_RULE = 'budget:http.request.duration:p50';

const BASELINE = { definitionId: 'org/scorecard/baseline', title: 'Baseline' };

/** Discovery's limits block from December on. */
const POLICY = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'Policy',
  metadata: { name: 'discovery-latency', title: 'Latency of discovery' },
  spec: {
    appliesTo: { owner: 'group:default/discovery' },
    rules: [{ area: 'latency' }],
    stages: [{ stage: 'warn' }, { stage: 'block', from: '2026-12-01' }],
  },
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'what is in force, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    const get = getFrom(() => performance);
    const post = async (path: string, json: object, user?: string) => {
      const { status, body } = await performance.call('POST', path, {
        json,
        user,
      });
      if (status >= 300) {
        throw new Error(`${path} answered ${status} ${JSON.stringify(body)}`);
      }
      return body;
    };

    beforeAll(async () => {
      performance = await startShop(await databases.init(databaseId));
      const { id } = await post('/waivers', {
        entityRef: 'component:default/checkout',
        ruleId: ENDPOINT_RULE,
        environment: 'production',
        labels: { endpoint: 'POST /pay' },
        reason: 'The bank answers slowly until Christmas.',
        expiresAt: '2026-12-22T12:00:00Z',
      });
      await post(
        '/waivers/decisions',
        { ids: [id], decision: 'approve' },
        'user:default/approver',
      );
      await post('/definitions', { content: POLICY });
      await post('/policies/org%2Fpolicy%2Fdiscovery-latency/trust-overrides', {
        reason: 'Agreed with the team.',
      });
    });
    afterAll(() => performance.stop());

    describe('the list of entities', () => {
      const names = async (query: object, user?: string) =>
        (await get('/entities', { ...query }, user)).items.map(
          ({ entity }: any) => entity.name,
        );

      it('says until when a gate is open whatever fails', async () => {
        await post('/entities/component/default/checkout/break-glass', {
          reason: 'The payment outage has to be fixed.',
          hours: 4,
        });
        const openUntil = async () =>
          (await get('/entities', { q: 'checkout' })).items[0].gateOpenUntil;
        expect(await openUntil()).toBe('2026-11-22T16:00:00.000Z');

        await performance.call(
          'DELETE',
          '/entities/component/default/checkout/break-glass',
        );
        expect(await openUntil()).toBeUndefined();
      });

      it('tells what blocks now and next, worst first', async () => {
        const { items, totalItems } = await get('/entities');
        expect(totalItems).toBe(4);
        expect(items).toEqual([
          {
            entity: expect.objectContaining({ name: 'search' }),
            counts: expect.objectContaining({ within: 1, total: 3 }),
            blocking: 0,
            scorecard: { ...BASELINE, score: 0 },
            nextBlock: {
              at: '2026-12-01T00:00:00.000Z',
              title: 'Title of latency',
              verdictId: expect.any(String),
              cause: 'policy',
            },
          },
          {
            entity: expect.objectContaining({ name: 'checkout' }),
            counts: expect.objectContaining({
              within: 2,
              total: 4,
              waived: 1,
            }),
            blocking: 1,
            scorecard: {
              ...BASELINE,
              level: { name: 'bronze', title: 'Bronze', rank: 0 },
              score: 50,
            },
            nextBlock: {
              at: '2026-12-22T12:00:00.000Z',
              title: 'Title of endpoint-latency',
              verdictId: expect.any(String),
              cause: 'waiver',
            },
          },
          {
            entity: expect.objectContaining({
              name: 'orphan',
              title: 'An orphan',
            }),
            counts: expect.objectContaining({ within: 0, total: 2 }),
            blocking: 0,
            scorecard: { ...BASELINE, score: 0 },
          },
          {
            entity: expect.objectContaining({ name: 'basket' }),
            counts: expect.objectContaining({ within: 1, total: 2 }),
            blocking: 0,
            scorecard: { ...BASELINE, score: 50 },
          },
        ]);
        const behind = await get(`/verdicts/${items[1].nextBlock.verdictId}`);
        expect(behind.subject.labels).toEqual({ endpoint: 'POST /pay' });
      });

      it('sorts, filters and pages', async () => {
        await expect(names({ sort: 'nextBlock', limit: 2 })).resolves.toEqual([
          'search',
          'checkout',
        ]);
        await expect(names({ sort: 'entity', offset: 2 })).resolves.toEqual([
          'orphan',
          'search',
        ]);
        await expect(names({ sort: 'entity', order: 'desc' })).resolves.toEqual(
          ['search', 'orphan', 'checkout', 'basket'],
        );
        await expect(
          names({ sort: 'share', area: 'latency' }),
        ).resolves.toEqual(['orphan', 'checkout', 'search', 'basket']);
        await expect(names({ sort: 'score', order: 'desc' })).resolves.toEqual([
          'basket',
          'checkout',
          'orphan',
          'search',
        ]);
        await expect(names({ owner: 'group:default/shop' })).resolves.toEqual([
          'search',
          'checkout',
          'basket',
        ]);
        await expect(names({ q: 'an ORPHAN' })).resolves.toEqual(['orphan']);
        await expect(names({ system: '(none)' })).resolves.toEqual(['orphan']);
        await expect(names({ kind: 'system' })).resolves.toEqual([]);
        await expect(get('/entities', { offset: 10 })).resolves.toEqual({
          items: [],
          totalItems: 4,
        });
      });

      it('shows each caller what they may see', async () => {
        await expect(names({}, PAYER)).resolves.toEqual(['checkout', 'basket']);
        await expect(names({}, NOBODY)).resolves.toEqual([]);
        const { items } = await get('/entities', { q: 'checkout' }, STAGER);
        expect(items).toMatchObject([{ blocking: 0, counts: { total: 1 } }]);
        expect(items[0].nextBlock).toBeUndefined();
      });
    });

    describe('the list of verdicts', () => {
      const list = async (query: object) => {
        const { items, totalItems, waived } = await get('/verdicts', {
          ...query,
        });
        return {
          names: items.map(
            ({ entity, definitionName, subject }: any) =>
              `${entity.name} ${definitionName} ${
                subject.labels.endpoint ?? subject.environment
              }`,
          ),
          totalItems,
          waived,
        };
      };

      it('filters by what a waiver covers', async () => {
        await expect(list({ waived: true })).resolves.toEqual({
          names: ['checkout endpoint-latency POST /pay'],
          totalItems: 1,
          waived: 1,
        });
        await expect(
          list({ waived: false, state: 'fail' }),
        ).resolves.toMatchObject({ totalItems: 5, waived: 0 });
      });

      it.each([
        ['stage', { stage: 'observe' }, 4],
        ['stages', { stage: ['warn', 'observe'] }, 6],
        ['kind of rule', { ruleKind: 'budget' }, 7],
        ['rule', { rule: 'check:classified', state: 'pass' }, 1],
        ['rules', { rule: [ENDPOINT_RULE, 'check:classified'] }, 6],
        ['goal', { goal: 'org/goal/tier-1-endpoints' }, 2],
      ])('filters by %s', async (_, query, totalItems) => {
        await expect(list(query)).resolves.toMatchObject({ totalItems });
      });

      it.each([
        ['org/goal/nothing', 404],
        ['org/budget/latency', 400],
      ])('refuses %s as a goal', async (goal, status) => {
        const answer = await performance.call('GET', '/verdicts', {
          query: { goal },
        });
        expect(answer.status).toBe(status);
      });

      it('has facets with titles', async () => {
        const facets = await get('/facets');
        expect(facets).toMatchObject({
          owners: [
            {
              value: 'group:default/discovery',
              title: 'Discovery',
              count: 3,
            },
            { value: 'group:default/payments', title: 'Payments', count: 6 },
            { value: 'group:default/shop', title: 'The Shop', count: 9 },
          ],
          systems: [
            { value: 'system:default/buying', title: 'Buying', count: 6 },
            { value: 'system:default/finding', title: 'Finding', count: 3 },
          ],
          environments: [
            { value: 'production', count: 5 },
            { value: 'staging', count: 1 },
          ],
          areas: [
            { value: 'latency', count: 7 },
            { value: 'practices', count: 4 },
          ],
          metrics: [{ value: 'http.request.duration', count: 7 }],
          stages: [
            { value: 'observe', count: 4 },
            { value: 'warn', count: 2 },
            { value: 'block', count: 5 },
          ],
          ruleKinds: [
            { value: 'budget', count: 7 },
            { value: 'check', count: 4 },
          ],
          rules: [
            { value: ENDPOINT_RULE, title: 'Title of endpoint-latency' },
            { value: 'budget:http.request.duration:p95', count: 5 },
            { value: 'check:classified', title: 'Its tier is known', count: 4 },
          ],
          goals: [
            {
              value: 'org/goal/tier-1-endpoints',
              title: 'Tier-1 endpoints are fast',
              count: 2,
            },
          ],
        });
        await expect(get('/facets', {}, PAYER)).resolves.toMatchObject({
          owners: [{ count: 6 }, { count: 6 }],
          stages: [
            { value: 'observe', count: 2 },
            { value: 'block', count: 4 },
          ],
        });
      });
    });

    it('does not let a waiver change how far a goal is', async () => {
      const { items } = await get('/goals', { days: 7 });
      expect(items).toMatchObject([
        { now: { within: 1, total: 2, waived: 1, states: { fail: 1 } } },
      ]);
      const { total } = await get('/rollups', { by: 'organisation' });
      expect(total.counts).toMatchObject({
        within: 4,
        total: 11,
        waived: 1,
        states: { fail: 6 },
      });
    });
  },
);
