import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

/** Milliseconds at the 95th percentile by day of November; up to 300 are allowed. */
const RUNS: Record<string, Record<string, number>> = {
  // Back where it was.
  checkout: { '10': 250, '17': 400, '19': 250 },
  // To and fro since.
  basket: { '10': 250, '17': 400, '19': 250, '20': 400 },
  // Changed before, too.
  search: { '08': 250, '10': 400, '20': 250 },
  // Only before.
  parcel: { '08': 250, '10': 400 },
  // New since.
  refund: { '17': 250, '20': 400 },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'movers on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    const run = async (
      entity: string,
      day: string,
      p95: number,
      environment = 'production',
    ) => {
      const { status } = await performance.call('POST', '/runs', {
        json: newRun({
          entity,
          environment,
          startedAt: `2026-11-${day}T12:00:00Z`,
          p95,
          more: { externalId: `${entity}-${day}-${environment}` },
        }),
      });
      expect(status).toBe(201);
    };
    const movers = async () => {
      const { body } = await performance.call('GET', '/rollups/movers', {
        query: { days: 7 },
      });
      return body.items.map(
        ({ value, then, now }: any) =>
          `${value} ${then.within}/${then.total} to ${now.within}/${now.total}`,
      );
    };

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: Object.keys(RUNS).map(name => component(name)),
        now: '2026-11-22T12:00:00Z',
      });
      await performance.call('POST', '/definitions', {
        json: {
          content: budget('latency', { fail: '<= 300 ms', warn: '<= 290 ms' }),
        },
      });
      await performance.services.catalogProjection.sweep();
      for (const [entity, runs] of Object.entries(RUNS)) {
        for (const [day, p95] of Object.entries(runs).sort()) {
          await run(entity, day, p95);
        }
      }
      // Has one more verdict than a week ago.
      await run('search', '21', 250, 'staging');
    });
    afterAll(() => performance.stop());

    it('are told by the first change since', async () => {
      await expect(movers()).resolves.toEqual([
        'component:default/basket 1/1 to 0/1',
        'component:default/search 0/1 to 1/1',
      ]);
    });

    it('change when a run comes late', async () => {
      await run('basket', '14', 400);
      await run('checkout', '15', 400);
      await expect(movers()).resolves.toEqual([
        'component:default/checkout 0/1 to 1/1',
        'component:default/search 0/1 to 1/1',
      ]);
    });
  },
);
