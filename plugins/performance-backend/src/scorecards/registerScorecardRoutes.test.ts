import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { check, scorecard } from './__testUtils__/definitions';

// Two databases on a busy machine.
jest.setTimeout(120_000);

const ID = 'org/scorecard/baseline';
const PATH = `/scorecards/${encodeURIComponent(ID)}`;
const STRANGER = 'user:default/stranger';
const PAYER = 'user:default/payer';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'scorecards on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    const get = async (path: string, query = {}, user?: string) => {
      const { status, body } = await performance.call('GET', path, {
        query,
        user,
      });
      expect([status, status === 200 ? '' : body]).toEqual([200, '']);
      return body;
    };
    const define = async (content: string) => {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    };
    const upload = async (run: object) => {
      const { status, body } = await performance.call('POST', '/runs', {
        json: run,
      });
      expect(status).toBe(201);
      return body.run.id as string;
    };
    const ofEntity = async (name: string) =>
      (await get(`/entities/component/default/${name}/scorecards`)).items;

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        now: '2026-11-22T12:00:00.000Z',
        entities: [
          component('checkout', { owner: 'payments', tags: ['tier-1'] }),
          component('basket', { owner: 'shopping' }),
          component('mockup', { owner: 'shopping', tags: ['prototype'] }),
        ],
        policy: {
          [STRANGER]: {
            'performance.read': { result: AuthorizeResult.DENY },
          },
          [PAYER]: {
            'performance.read': createPerformanceConditionalDecision(
              performanceReadPermission,
              performanceConditions.isEntityOwner({
                claims: ['group:default/payments'],
              }),
            ),
          },
        },
      });
      await performance.services.catalogProjection.sweep();
      await define(budget('latency', { fail: '<= 300 ms' }));
      await define(
        check('load-tested', {
          title: 'Load-tested this month',
          run: { type: 'load', within: '30d' },
        }),
      );
      await define(check('soaked', { title: 'Soaked', run: { type: 'soak' } }));
      await define(
        check('tier', { entity: { 'metadata.tags': { $contains: 'tier-1' } } }),
      );
      await define(
        scorecard('baseline', {
          exempt: [{ when: { tag: 'prototype' }, reason: 'It is a mock-up.' }],
          levels: [
            { name: 'bronze', rules: [{ check: 'load-tested', weight: 2 }] },
            {
              name: 'silver',
              rules: [
                { check: 'soaked' },
                {
                  budget: {
                    metric: 'http.request.duration',
                    statistic: 'p95',
                  },
                  weight: 4,
                },
              ],
            },
            { name: 'gold', title: 'Pure gold', rules: [{ check: 'tier' }] },
          ],
        }),
      );
    });

    afterAll(async () => performance.stop());

    it('counts every entity a scorecard holds for, before anything is known of it', async () => {
      expect((await get('/scorecards')).items).toMatchObject([
        {
          definitionId: ID,
          name: 'baseline',
          levels: [
            { name: 'bronze', title: 'Bronze', entities: 0 },
            { name: 'silver', title: 'Silver', entities: 0 },
            { name: 'gold', title: 'Pure gold', entities: 0 },
          ],
          none: 2,
          exempt: 1,
          entities: 2,
          // The weights are 2, 1, 4 and 1; only the tier of checkout holds.
          averageScore: 12.5 / 2,
        },
      ]);
    });

    it('shows level, score and next steps once a run is there', async () => {
      expect(await ofEntity('checkout')).toMatchObject([
        {
          main: true,
          score: 12.5,
          nextLevel: { name: 'bronze', rank: 0 },
          nextSteps: [
            {
              ruleId: 'check:load-tested',
              title: 'Load-tested this month',
              state: 'fail',
              fix: 'Do load-tested.',
              guide: 'guidelines/load-testing',
              reason: 'No load test has been uploaded yet.',
            },
          ],
          trend: [{ score: 12.5 }],
        },
      ]);

      performance.setNow('2026-11-23T12:00:00.000Z');
      await upload(newRun({ startedAt: '2026-11-23T11:00:00Z' }));
      const [item] = await ofEntity('checkout');
      expect(item).toMatchObject({
        level: { name: 'bronze', title: 'Bronze', rank: 0 },
        nextLevel: { name: 'silver', rank: 1 },
        // (2 + 4 + 1) of 8.
        score: 87.5,
        since: '2026-11-23T12:00:00.000Z',
        nextSteps: [{ ruleId: 'check:soaked', weight: 1 }],
        trend: [
          { at: '2026-11-22T12:00:00.000Z', score: 12.5 },
          {
            at: '2026-11-23T12:00:00.000Z',
            score: 87.5,
            level: 'bronze',
            rank: 0,
          },
        ],
      });
      expect(
        item.rules.map(
          ({ ruleId, level, state, holds }: Record<string, unknown>) => [
            ruleId,
            level,
            state,
            holds,
          ],
        ),
      ).toEqual([
        ['check:load-tested', 'bronze', 'pass', true],
        ['check:soaked', 'silver', 'fail', false],
        ['budget:http.request.duration:p95', 'silver', 'pass', true],
        ['check:tier', 'gold', 'pass', true],
      ]);
    });

    it('reaches the highest level, and leaves it when the run turns out to be invalid', async () => {
      performance.setNow('2026-11-24T12:00:00.000Z');
      const soak = await upload(
        newRun({
          startedAt: '2026-11-24T08:00:00Z',
          more: { type: 'soak' },
        }),
      );
      const [gold] = await ofEntity('checkout');
      expect(gold).toMatchObject({
        level: { name: 'gold', title: 'Pure gold', rank: 2 },
        score: 100,
        nextSteps: [],
      });
      expect(gold.nextLevel).toBeUndefined();

      const invalidation = `/runs/${soak}/invalidation`;
      await performance.call('PUT', invalidation, {
        json: { reason: 'The load generator was the bottleneck.' },
      });
      expect(await ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' }, score: 87.5 },
      ]);
      await performance.call('DELETE', invalidation);
      expect(await ofEntity('checkout')).toMatchObject([
        { level: { name: 'gold' } },
      ]);
      await performance.call('DELETE', `/runs/${soak}`);
      expect(await ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' } },
      ]);
    });

    it('lets a level go by itself when its run is too old', async () => {
      performance.setNow('2026-12-23T11:01:00.000Z');
      await performance.services.evaluation.reevaluateDue();
      expect(await ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' } },
      ]);
      performance.setNow('2026-12-23T11:01:01.000Z');
      await performance.services.evaluation.reevaluateDue();
      const [item] = await ofEntity('checkout');
      expect(item).toMatchObject({
        since: '2026-12-23T11:01:01.000Z',
        nextSteps: [{ ruleId: 'check:load-tested' }],
      });
      expect(item.level).toBeUndefined();

      performance.setNow('2026-12-24T12:00:00.000Z');
      await upload(newRun({ startedAt: '2026-12-24T11:00:00Z' }));
    });

    it('lists results by level, filtered and paged', async () => {
      const refs = async (query: object, user?: string) =>
        (await get(`${PATH}/results`, query, user)).items.map(
          ({ entity }: { entity: { name: string } }) => entity.name,
        );
      expect(await refs({})).toEqual(['basket', 'checkout', 'mockup']);
      expect(await refs({ sort: 'score', order: 'desc' })).toEqual([
        'checkout',
        'basket',
        'mockup',
      ]);
      expect(await refs({ level: 'bronze' })).toEqual(['checkout']);
      expect(await refs({ level: 'none' })).toEqual(['basket']);
      expect(await refs({ level: 'exempt' })).toEqual(['mockup']);
      expect(await refs({ level: ['none', 'bronze'] })).toEqual([
        'basket',
        'checkout',
      ]);
      expect(await refs({ owner: 'group:default/shopping' })).toEqual([
        'basket',
        'mockup',
      ]);
      expect(await refs({ tag: 'tier-1' })).toEqual(['checkout']);
      expect(await refs({ q: 'ASK' })).toEqual(['basket']);
      expect(await refs({ missing: 'check:load-tested' })).toEqual(['basket']);
      expect(await refs({ missing: 'check:soaked' })).toEqual([
        'basket',
        'checkout',
      ]);
      expect(await refs({ missing: 'check:other' })).toEqual([]);
      expect(await refs({}, PAYER)).toEqual(['checkout']);
      const page = await get(`${PATH}/results`, { limit: 1, offset: 1 });
      expect(page).toMatchObject({
        totalItems: 3,
        items: [
          {
            entity: { name: 'checkout', owner: 'group:default/payments' },
            level: { name: 'bronze' },
            score: 87.5,
            missing: 1,
            nextSteps: [{ ruleId: 'check:soaked' }],
          },
        ],
      });
    });

    it('counts levels and rules over what the caller may see', async () => {
      expect(await get(PATH)).toMatchObject({
        levels: [{ entities: 1 }, { entities: 0 }, { entities: 0 }],
        none: 1,
        exempt: 1,
        entities: 2,
        averageScore: 87.5 / 2,
        rules: [
          {
            ruleId: 'check:load-tested',
            level: 'bronze',
            weight: 2,
            rationale: 'Why load-tested matters.',
            holds: 1,
            missing: 1,
            waived: 0,
          },
          { ruleId: 'check:soaked', holds: 0, missing: 2 },
          {
            ruleId: 'budget:http.request.duration:p95',
            holds: 1,
            missing: 1,
          },
          { ruleId: 'check:tier', holds: 1, missing: 1 },
        ],
      });
      const seen = await get(PATH, {}, PAYER);
      expect(seen).toMatchObject({
        levels: [{ entities: 1 }, {}, {}],
        none: 0,
        exempt: 0,
        entities: 1,
        averageScore: 87.5,
      });
      expect((await get('/scorecards', {}, PAYER)).items).toMatchObject([
        { entities: 1, averageScore: 87.5 },
      ]);
      expect(
        (await get('/scorecards', { owner: 'group:default/shopping' })).items,
      ).toMatchObject([{ entities: 1, none: 1, exempt: 1, averageScore: 0 }]);
    });

    it('tells strangers nothing', async () => {
      expect(await get('/scorecards', {}, STRANGER)).toEqual({
        items: [],
        totalItems: 0,
      });
      for (const path of [
        PATH,
        `${PATH}/results`,
        '/entities/component/default/checkout/scorecards',
      ]) {
        const { status } = await performance.call('GET', path, {
          user: STRANGER,
        });
        expect([path, status]).toEqual([path, 404]);
      }
      const { status } = await performance.call(
        'GET',
        '/entities/component/default/basket/scorecards',
        { user: PAYER },
      );
      expect(status).toBe(404);
    });

    it.each([
      '/scorecards/org%2Fscorecard%2Fother',
      `/scorecards/${encodeURIComponent('org/budget/latency')}`,
      `/scorecards/${encodeURIComponent('org/budget/latency')}/results`,
      '/entities/component/default/other/scorecards',
    ])('finds nothing at %s', async path => {
      expect((await performance.call('GET', path)).status).toBe(404);
    });

    it('sums an entity up by its scorecards', async () => {
      const summary = await get('/entities/component/default/checkout');
      expect(summary.scorecards).toMatchObject([
        {
          definitionId: ID,
          main: true,
          level: { name: 'bronze' },
          nextLevel: { name: 'silver' },
          score: 87.5,
          missing: 1,
          nextSteps: [{ ruleId: 'check:soaked' }],
        },
      ]);
      const exempt = await get('/entities/component/default/mockup');
      expect(exempt.scorecards).toMatchObject([
        { main: false, exempt: 'It is a mock-up.', missing: 0, nextSteps: [] },
      ]);
    });

    it('ends with its definition, keeps what was, and goes on when it is back', async () => {
      const id = encodeURIComponent(ID);
      const { content } = await get(`/definitions/${id}`);
      expect(
        (await performance.call('DELETE', `/definitions/${id}`)).status,
      ).toBe(204);
      expect(await ofEntity('checkout')).toEqual([]);
      expect(await get('/scorecards')).toEqual({ items: [], totalItems: 0 });
      expect((await performance.call('GET', PATH)).status).toBe(404);

      performance.setNow('2026-12-25T12:00:00.000Z');
      await define(content);
      const [item] = await ofEntity('checkout');
      expect(item.trend.slice(-3)).toMatchObject([
        { at: '2026-12-24T12:00:00.000Z', score: 87.5, level: 'bronze' },
        { at: '2026-12-24T12:00:00.000Z' },
        { at: '2026-12-25T12:00:00.000Z', score: 87.5, level: 'bronze' },
      ]);
      expect(item.trend.at(-2).score).toBeUndefined();
    });

    it('starts a trend with what was there 90 days ago', async () => {
      performance.setNow('2027-04-01T12:00:00.000Z');
      expect((await ofEntity('checkout'))[0].trend).toMatchObject([
        { at: '2026-12-25T12:00:00.000Z', score: 87.5 },
      ]);
    });
  },
);
