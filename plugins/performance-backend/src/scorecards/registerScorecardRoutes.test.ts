import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { newRun } from '../__testUtils__/fixtures';
import {
  PAYER,
  SCORECARD_ID,
  startWithScorecard,
  STRANGER,
} from './__testUtils__/startWithScorecard';

// Two databases on a busy machine.
jest.setTimeout(120_000);

const PATH = `/scorecards/${encodeURIComponent(SCORECARD_ID)}`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'routes of scorecards on %s',
  databaseId => {
    const databases = createTestDatabases();
    let started: Awaited<ReturnType<typeof startWithScorecard>>;

    beforeAll(async () => {
      started = await startWithScorecard(await databases.init(databaseId));
      await started.upload(newRun({ startedAt: '2026-11-22T11:00:00Z' }));
    });

    afterAll(async () => started.performance.stop());

    it('lists results by level, filtered and paged', async () => {
      const refs = async (query: object, user?: string) =>
        (await started.get(`${PATH}/results`, query, user)).items.map(
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
      const page = await started.get(`${PATH}/results`, {
        limit: 1,
        offset: 1,
      });
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
      expect(await started.get(PATH)).toMatchObject({
        levels: [{ entities: 1 }, { entities: 0 }, { entities: 0 }],
        none: 1,
        exempt: 1,
        entities: 2,
        // 87.5 / 2 = 43.75, to one decimal.
        averageScore: 43.8,
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
      const seen = await started.get(PATH, {}, PAYER);
      expect(seen).toMatchObject({
        levels: [{ entities: 1 }, {}, {}],
        none: 0,
        exempt: 0,
        entities: 1,
        averageScore: 87.5,
      });
      expect((await started.get('/scorecards', {}, PAYER)).items).toMatchObject(
        [{ entities: 1, averageScore: 87.5 }],
      );
      expect(
        (await started.get('/scorecards', { owner: 'group:default/shopping' }))
          .items,
      ).toMatchObject([{ entities: 1, none: 1, exempt: 1, averageScore: 0 }]);
    });

    it('tells strangers nothing', async () => {
      expect(await started.get('/scorecards', {}, STRANGER)).toEqual({
        items: [],
        totalItems: 0,
      });
      for (const path of [
        PATH,
        `${PATH}/results`,
        '/entities/component/default/checkout/scorecards',
      ]) {
        const { status } = await started.performance.call('GET', path, {
          user: STRANGER,
        });
        expect([path, status]).toEqual([path, 404]);
      }
      const { status } = await started.performance.call(
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
      expect((await started.performance.call('GET', path)).status).toBe(404);
    });

    it('sums an entity up by its scorecards', async () => {
      const summary = await started.get('/entities/component/default/checkout');
      expect(summary.scorecards).toMatchObject([
        {
          definitionId: SCORECARD_ID,
          main: true,
          level: { name: 'bronze' },
          nextLevel: { name: 'silver' },
          score: 87.5,
          missing: 1,
          nextSteps: [{ ruleId: 'check:soaked' }],
        },
      ]);
      const exempt = await started.get('/entities/component/default/mockup');
      expect(exempt.scorecards).toMatchObject([
        { main: false, exempt: 'It is a mock-up.', missing: 0, nextSteps: [] },
      ]);
    });
  },
);
