import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const CHECKOUT = 'component:default/checkout';

const PUSHED = {
  spec: {
    ratioMetric: {
      counter: false,
      good: { metricSource: { type: 'pushed' } },
      total: { metricSource: { type: 'pushed' } },
    },
  },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'shapes of SLOs, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      performance = await startPerformance({
        knex,
        now: new Date(NOW).toISOString(),
        entities: [component('checkout')],
      });
      await performance.services.catalogProjection.sweep();
    });

    afterEach(async () => {
      await performance.stop();
    });

    async function define(content: string, entityRef?: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content, entityRef },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    }

    async function list() {
      const { body } = await performance.call('GET', '/slos', {
        query: { sort: 'title' },
      });
      return body.items;
    }

    /** A day of steps with ten events each, and `bad` of them bad in the newest hour. */
    async function push(id: string, bad: number, objective?: string) {
      const { status, body } = await performance.call(
        'POST',
        `/slos/${id}/samples`,
        {
          query: { objective },
          json: {
            samples: Array.from({ length: 288 }, (_, index) => ({
              time: (NOW - (288 - index) * 300_000) / 1000,
              good: index >= 276 ? 10 - bad : 10,
              total: 10,
            })),
          },
        },
      );
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    }

    it('has each of several objectives stand for itself, of one indicator', async () => {
      await define(
        sloDefinition('availability', {
          more: {
            objectives: [
              { name: 'promised', displayName: 'Promised', target: 0.99 },
              { name: 'wished', displayName: 'Wished', target: 0.999 },
            ],
          },
        }),
      );
      const [promised] = await list();
      const { slos } = await push(promised.id, 2);
      // 24 of 2,880 are bad; 28.8 and 2.88 are allowed.
      expect(
        slos.map((slo: any) => [slo.ruleId, slo.target, slo.state]),
      ).toEqual([
        ['slo:availability:promised', 0.99, expect.not.stringMatching('fail')],
        ['slo:availability:wished', 0.999, 'fail'],
      ]);
      expect(slos[0].remainingShare).toBeCloseTo(1 - 24 / 28.8, 10);
      expect(slos[1].remainingShare).toBeCloseTo(1 - 24 / 2.88, 10);
    });

    it('folds the parts of a composite, by weight', async () => {
      await define(
        sloDefinition('journey', {
          more: {
            indicator: undefined,
            objectives: [
              {
                name: 'browse',
                target: 0.99,
                compositeWeight: 1,
                indicator: PUSHED,
              },
              {
                name: 'pay',
                target: 0.95,
                compositeWeight: 3,
                indicator: PUSHED,
              },
            ],
          },
        }),
      );
      const [journey] = await list();
      expect(journey.composite).toBe(true);
      const missing = await performance.call(
        'POST',
        `/slos/${journey.id}/samples`,
        { json: { samples: [{ time: NOW / 1000 - 300, good: 1, total: 1 }] } },
      );
      expect([missing.status, missing.body.error.message]).toEqual([
        400,
        expect.stringContaining('name one as `objective`, of browse, pay'),
      ]);
      await push(journey.id, 0, 'browse');
      const { slos } = await push(journey.id, 8, 'pay');
      // 96 of 2,880 payments are bad; error rate (0 + 3 × 96/2880) / 4, target (0.99 + 3 × 0.95) / 4.
      const remaining = 1 - (3 * (96 / 2880)) / 4 / 0.04;
      expect(slos).toHaveLength(1);
      expect(slos[0].target).toBeCloseTo(0.96, 10);
      expect(slos[0].remainingShare).toBeCloseTo(remaining, 10);

      const { body: burnDown } = await performance.call(
        'GET',
        `/slos/${journey.id}/burn-down`,
        { query: { points: 25 } },
      );
      expect(burnDown.points[0].remainingShare).toBe(1);
      expect(burnDown.points[23].remainingShare).toBe(1);
      expect(burnDown.points[24].remainingShare).toBeCloseTo(remaining, 10);
      const { body: work } = await performance.call(
        'GET',
        `/slos/${journey.id}/work`,
      );
      expect(
        work.windows
          .filter((window: any) => window.name === 'window')
          .map((window: any) => [window.objective, window.bad]),
      ).toEqual([
        ['browse', 0],
        ['pay', 96],
      ]);
    });

    it('measures as the innermost layer says, against the tightest target', async () => {
      await define(sloDefinition('availability', { target: 0.999 }));
      await define(sloDefinition('availability', { target: 0.9 }), CHECKOUT);
      const slos = await list();
      expect(slos.map((slo: any) => [slo.definitionId, slo.target])).toEqual([
        [`${CHECKOUT}/slo/availability`, 0.999],
      ]);
      await push(slos[0].id, 2);
      const { body } = await performance.call('GET', '/verdicts', {
        query: { ruleKind: 'slo' },
      });
      expect(
        body.items.map((verdict: any) => [
          verdict.state,
          verdict.limit.fail.value,
        ]),
      ).toEqual([['fail', 0.999]]);
      expect((await list())[0].state).toBe('fail');
    });

    it('counts slices where its method does, also over the edges of blocks', async () => {
      await define(
        sloDefinition('availability', {
          step: '5m',
          more: {
            budgetingMethod: 'Timeslices',
            timeWindow: [
              {
                duration: '1d',
                calendar: {
                  startTime: '2026-11-01 00:00:00',
                  timeZone: 'Europe/Berlin',
                },
              },
            ],
            objectives: [
              {
                displayName: 'Good hours',
                target: 0.9,
                timeSliceTarget: 0.95,
                timeSliceWindow: '1h',
              },
            ],
          },
        }),
      );
      const [{ id }] = await list();
      const { slos } = await push(id, 2);
      const { body } = await performance.call('GET', `/slos/${id}`);
      // Since midnight in Berlin, 23:00 UTC: 13 hours, the newest of them bad. 2.4 of 24 may be.
      expect(body.status).toMatchObject({
        window: {
          from: '2026-11-21T23:00:00.000Z',
          to: '2026-11-22T23:00:00.000Z',
        },
        countedAs: 'slices',
        total: 13,
        bad: 1,
      });
      expect(slos[0].remainingShare).toBeCloseTo(1 - 1 / 2.4, 10);
    });
  },
);
