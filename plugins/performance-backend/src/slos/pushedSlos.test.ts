import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = '2026-11-22T12:00:00Z';

/** Good and total of each of the last `count` steps of 5 minutes. */
function samples(count: number, good: number, total: number) {
  const end = Date.parse(NOW);
  return Array.from({ length: count }, (_, index) => ({
    time: new Date(end - (count - index) * 300_000).toISOString(),
    good,
    total,
  }));
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'SLOs that samples are pushed for, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      performance = await startPerformance({
        knex,
        now: NOW,
        entities: [
          component('checkout'),
          component('search', { owner: 'discovery' }),
        ],
        policy: PEOPLE,
      });
      await performance.services.catalogProjection.sweep();
    });

    afterEach(async () => {
      await performance.stop();
    });

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    }

    async function list(query: Record<string, string | string[]> = {}) {
      const { status, body } = await performance.call('GET', '/slos', {
        query,
      });
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    }

    it('measures, lists and judges', async () => {
      await define(sloDefinition('availability', { duration: '30d' }));
      const before = await list({ sort: 'entity' });
      expect(
        before.items.map((item: any) => [
          item.entity.name,
          item.state,
          item.reason.code,
        ]),
      ).toEqual([
        ['checkout', 'no-data', 'no-samples'],
        ['search', 'no-data', 'no-samples'],
      ]);

      // Why nothing is known may be said in other words later; that is no change of state.
      await performance.services.sloEvaluator.evaluate(
        before.items.map((item: any) => Number(item.id)),
      );
      await performance.services.evaluation.reevaluateEntities('all');
      await performance.services.evaluation.reevaluateEntities('all');

      const [{ id }] = before.items;
      const pushed = await performance.call('POST', `/slos/${id}/samples`, {
        // 12 steps of 1,000 events, of which 5 are bad: half of the budget of 1 %.
        json: { samples: samples(12, 995, 1000) },
        user: OWNER,
      });
      expect(pushed).toEqual({
        status: 200,
        body: {
          stored: 12,
          replaced: 0,
          slos: [
            expect.objectContaining({
              id,
              title: 'Title of availability',
              state: 'pass',
              target: 0.99,
              attainment: 0.995,
              remainingShare: 0.5,
              burnRate: 0.5,
              measuredAt: '2026-11-22T12:00:00.000Z',
              sources: [{ name: 'pushed', state: 'ok' }],
            }),
          ],
        },
      });
      const { body: verdicts } = await performance.call('GET', '/verdicts', {
        query: { ruleKind: 'slo', entityRef: 'component:default/checkout' },
      });
      const { body: verdict } = await performance.call(
        'GET',
        `/verdicts/${verdicts.items[0].id}`,
      );
      expect(verdict.history.map(({ state }: any) => state)).toEqual([
        'pass',
        'no-data',
      ]);
      expect(verdicts.items).toEqual([
        expect.objectContaining({
          ruleId: 'slo:availability',
          state: 'pass',
          value: 0.995,
        }),
      ]);
      const after = await list();
      expect(after).toMatchObject({
        totalItems: 2,
        counts: { pass: 1, 'no-data': 1 },
        alerts: { page: 0, ticket: 0, none: 2 },
      });
      expect(after.items[0].id).toBe(id);
    });

    it('takes the same step again, with other numbers instead', async () => {
      await define(sloDefinition('availability', { component: 'checkout' }));
      const [{ id }] = (await list()).items;
      const push = async (bad: number) => {
        const { body } = await performance.call('POST', `/slos/${id}/samples`, {
          json: { samples: samples(6, 1000 - bad, 1000) },
        });
        return [body.replaced, body.slos[0].attainment];
      };
      expect(await push(20)).toEqual([0, 0.98]);
      expect(await push(20)).toEqual([0, 0.98]);
      expect(await push(0)).toEqual([6, 1]);
    });

    it.each([
      [
        'more good than total',
        { good: 2, total: 1 },
        /^Sample 2: good is 2, more/,
      ],
      // IEEE 754's integers are exact up to 2^53 − 1.
      [
        'more than can be counted',
        { good: 1, total: 1e308 },
        /^Sample 2: total is 1e\+308, more than can be counted exactly/,
      ],
      ['no time', { time: 'yesterday' }, /^Sample 2: 'yesterday' is no time/],
      [
        'a time to come',
        { time: '2026-11-22T12:05:00Z' },
        /^Sample 2: 2026-11-22T12:05:00.000Z is yet to come/,
      ],
      [
        'the same step twice',
        { time: '2026-11-22T12:50:00+01:00' },
        /^Sample 2: it is of the same step of 300 s as Sample 1/,
      ],
      [
        'a time within a step',
        { time: '2026-11-22T11:55:01Z' },
        /^Sample 2: 2026-11-22T11:55:01.000Z isn't the start of a step: steps of 300 s start at 2026-11-22T11:55:00.000Z,/,
      ],
      [
        'a time of which nothing is kept',
        { time: '2025-10-18T11:55:00Z' },
        /^Sample 2: 2025-10-18T11:55:00.000Z is too long ago: samples are kept, and looked at, from 2025-10-18T12:00:00.000Z on/,
      ],
      [
        'more events than there can be',
        { good: 1e12, total: 1e12 },
        /^Sample 2: total is 1000000000000, more than 1000000000 a second over 300 s/,
      ],
    ])('refuses all rows where one has %s', async (_, row, message) => {
      await define(sloDefinition('availability', { component: 'checkout' }));
      const [{ id }] = (await list()).items;
      const { status, body } = await performance.call(
        'POST',
        `/slos/${id}/samples`,
        {
          json: {
            samples: [
              { time: '2026-11-22T11:50:00Z', good: 1, total: 1 },
              { time: '2026-11-22T11:55:00Z', good: 1, total: 1, ...row },
            ],
          },
        },
      );
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
      expect(await knex('slo_blocks')).toEqual([]);
    });

    it('names the line of a row of CSV', async () => {
      await define(sloDefinition('availability', { component: 'checkout' }));
      const [{ id }] = (await list()).items;
      const { status, body } = await performance.call(
        'POST',
        `/slos/${id}/samples`,
        {
          text: 'time,good,total\n2026-11-22T11:50:00Z,1,1\n2026-11-22T11:54:00Z,1,1\n',
          contentType: 'text/csv',
        },
      );
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringMatching(/^Line 3: 2026-11-22T11:54:00.000Z isn't/),
      ]);
    });

    it('lets only those push who may contribute to the entity', async () => {
      await define(sloDefinition('availability'));
      const { items } = await list({ sort: 'entity' });
      const statuses = [];
      for (const [user, index] of [
        [READER, 0],
        [OWNER, 0],
        [OWNER, 1],
      ] as const) {
        const { status } = await performance.call(
          'POST',
          `/slos/${items[index].id}/samples`,
          { json: { samples: samples(1, 1, 1) }, user },
        );
        statuses.push(status);
      }
      expect(statuses).toEqual([403, 200, 403]);
      expect(performance.audit).toEqual(
        expect.arrayContaining([
          { eventId: 'slo-samples-push', outcome: 'fail' },
          { eventId: 'slo-samples-push', outcome: 'success' },
        ]),
      );
    });
  },
);
