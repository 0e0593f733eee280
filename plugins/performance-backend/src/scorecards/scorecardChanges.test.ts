import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { newRun } from '../__testUtils__/fixtures';
import {
  ENTITIES,
  SCORECARD_ID,
  startWithScorecard,
} from './__testUtils__/startWithScorecard';

// Two databases on a busy machine.
jest.setTimeout(120_000);

const PATH = `/scorecards/${encodeURIComponent(SCORECARD_ID)}`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'level and score on %s',
  databaseId => {
    const databases = createTestDatabases();
    let started: Awaited<ReturnType<typeof startWithScorecard>>;

    beforeAll(async () => {
      started = await startWithScorecard(await databases.init(databaseId));
    });

    afterAll(async () => started.performance.stop());

    it('counts every entity a scorecard holds for, before anything is known of it', async () => {
      expect((await started.get('/scorecards')).items).toMatchObject([
        {
          definitionId: SCORECARD_ID,
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
          // 12.5 / 2 = 6.25, to one decimal.
          averageScore: 6.3,
        },
      ]);
    });

    it('shows level, score and next steps once a run is there', async () => {
      expect(await started.ofEntity('checkout')).toMatchObject([
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

      started.performance.setNow('2026-11-23T12:00:00.000Z');
      await started.upload(newRun({ startedAt: '2026-11-23T11:00:00Z' }));
      const [item] = await started.ofEntity('checkout');
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
      started.performance.setNow('2026-11-24T12:00:00.000Z');
      const soak = await started.upload(
        newRun({
          startedAt: '2026-11-24T08:00:00Z',
          more: { type: 'soak' },
        }),
      );
      const [gold] = await started.ofEntity('checkout');
      expect(gold).toMatchObject({
        level: { name: 'gold', title: 'Pure gold', rank: 2 },
        score: 100,
        nextSteps: [],
      });
      expect(gold.nextLevel).toBeUndefined();

      const invalidation = `/runs/${soak}/invalidation`;
      await started.performance.call('PUT', invalidation, {
        json: { reason: 'The load generator was the bottleneck.' },
      });
      expect(await started.ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' }, score: 87.5 },
      ]);
      await started.performance.call('DELETE', invalidation);
      expect(await started.ofEntity('checkout')).toMatchObject([
        { level: { name: 'gold' } },
      ]);
      await started.performance.call('DELETE', `/runs/${soak}`);
      expect(await started.ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' } },
      ]);
    });

    it('lets a level go by itself when its run is too old', async () => {
      started.performance.setNow('2026-12-23T11:01:00.000Z');
      await started.performance.services.evaluation.reevaluateDue();
      expect(await started.ofEntity('checkout')).toMatchObject([
        { level: { name: 'bronze' } },
      ]);
      started.performance.setNow('2026-12-23T11:01:01.000Z');
      await started.performance.services.evaluation.reevaluateDue();
      const [item] = await started.ofEntity('checkout');
      expect(item).toMatchObject({
        since: '2026-12-23T11:01:01.000Z',
        nextSteps: [{ ruleId: 'check:load-tested' }],
      });
      expect(item.level).toBeUndefined();

      started.performance.setNow('2026-12-24T12:00:00.000Z');
      await started.upload(newRun({ startedAt: '2026-12-24T11:00:00Z' }));
    });

    it('ends with its definition, keeps what was, and goes on when it is back', async () => {
      const id = encodeURIComponent(SCORECARD_ID);
      const { content } = await started.get(`/definitions/${id}`);
      expect(
        (await started.performance.call('DELETE', `/definitions/${id}`)).status,
      ).toBe(204);
      expect(await started.ofEntity('checkout')).toEqual([]);
      expect(await started.get('/scorecards')).toEqual({
        items: [],
        totalItems: 0,
      });
      expect((await started.performance.call('GET', PATH)).status).toBe(404);

      started.performance.setNow('2026-12-25T12:00:00.000Z');
      await started.define(content);
      const [item] = await started.ofEntity('checkout');
      expect(item.trend.slice(-3)).toMatchObject([
        { at: '2026-12-24T12:00:00.000Z', score: 87.5, level: 'bronze' },
        { at: '2026-12-24T12:00:00.000Z' },
        { at: '2026-12-25T12:00:00.000Z', score: 87.5, level: 'bronze' },
      ]);
      expect(item.trend.at(-2).score).toBeUndefined();
    });

    it('starts a trend with what was there 90 days ago', async () => {
      started.performance.setNow('2027-04-01T12:00:00.000Z');
      expect((await started.ofEntity('checkout'))[0].trend).toMatchObject([
        { at: '2026-12-25T12:00:00.000Z', score: 87.5 },
      ]);
    });

    it('counts what is waived as missing, and marks it', async () => {
      await started.upload(newRun({ startedAt: '2027-04-01T11:00:00Z' }));
      const waiver = await started.call('POST', '/waivers', {
        user: 'user:default/ann',
        json: {
          entityRef: 'component:default/checkout',
          ruleId: 'check:soaked',
          environment: '*',
          labels: {},
          reason: 'There is no machine to run it on before May.',
          expiresAt: '2027-05-01T00:00:00Z',
        },
      });
      await started.call('POST', '/waivers/decisions', {
        user: 'user:default/bob',
        json: { ids: [waiver.id], decision: 'approve' },
      });
      expect(await started.ofEntity('checkout')).toMatchObject([
        {
          level: { name: 'bronze' },
          score: 87.5,
          nextSteps: [
            {
              ruleId: 'check:soaked',
              state: 'fail',
              holds: false,
              waived: true,
            },
          ],
        },
      ]);
      expect((await started.get(PATH)).rules).toMatchObject([
        {},
        { ruleId: 'check:soaked', holds: 0, missing: 2, waived: 1 },
        {},
        {},
      ]);
    });

    it('leaves with its entity', async () => {
      const { performance, get } = started;
      performance.setCatalog(
        ENTITIES.filter(({ metadata }) => metadata.name !== 'basket'),
      );
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      expect(await get(PATH)).toMatchObject({ entities: 1, none: 0 });
      expect(await get(`${PATH}/results`)).toMatchObject({ totalItems: 2 });
    });
  },
);
