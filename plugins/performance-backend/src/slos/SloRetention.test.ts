import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const PUSHED_AT_ONCE = 10;

/** An hour of each of these days before now. */
function samplesOf(newest: number, oldest: number) {
  return Array.from({ length: (oldest - newest + 1) * 12 }, (_, index) => ({
    time:
      (NOW - (newest + Math.floor(index / 12)) * DAY) / 1000 +
      (index % 12) * 300,
    good: 9,
    total: 10,
  }));
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'SloRetention on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      performance = await startPerformance({
        knex,
        now: new Date(NOW).toISOString(),
        entities: [component('checkout')],
        config: {
          performance: {
            slos: { retention: { samplesDays: 3, sumsDays: 20 } },
          },
        },
      });
      await performance.services.catalogProjection.sweep();
    });

    afterEach(async () => {
      await performance.stop();
    });

    async function define(duration: string, step?: string) {
      const content = sloDefinition('availability', { duration, step });
      const id = encodeURIComponent('org/slo/availability');
      const { status } = await performance.call('PUT', `/definitions/${id}`, {
        json: { content },
      });
      if (status === 404) {
        await performance.call('POST', '/definitions', { json: { content } });
      }
    }

    /** An hour of samples on each of the last `days` days, pushed ten days at a time while they were new. */
    async function push(days: number) {
      const { body } = await performance.call('GET', '/slos');
      for (let oldest = days; oldest > 0; oldest -= PUSHED_AT_ONCE) {
        const newest = Math.max(1, oldest - PUSHED_AT_ONCE + 1);
        performance.setNow(new Date(NOW - (newest - 1) * DAY).toISOString());
        const { status } = await performance.call(
          'POST',
          `/slos/${body.items[0].id}/samples`,
          { json: { samples: samplesOf(newest, oldest) } },
        );
        expect(status).toBe(200);
      }
      performance.setNow(new Date(NOW).toISOString());
    }

    async function blocks() {
      const rows = await knex('slo_blocks').orderBy('start_at', 'desc');
      return {
        withSamples: rows.filter(row => row.samples !== null).length,
        all: rows.length,
      };
    }

    it('keeps sums of old samples, then nothing, but all of the window', async () => {
      await define('7d');
      await push(30);
      expect(await blocks()).toEqual({ withSamples: 30, all: 30 });
      await performance.services.sloRetention.prune();
      // Of the window: 7 days, 4 % and 2 days for what is longer. Samples are of noon, blocks of midnight.
      expect(await blocks()).toEqual({ withSamples: 9, all: 19 });
      const { body } = await performance.call('GET', '/slos');
      const { body: detail } = await performance.call(
        'GET',
        `/slos/${body.items[0].id}`,
      );
      expect(detail.status).toMatchObject({ total: 7 * 120, bad: 7 * 12 });
    });

    it('forgets what is defined no more', async () => {
      await define('7d');
      await push(10);
      await performance.call(
        'DELETE',
        `/definitions/${encodeURIComponent('org/slo/availability')}`,
      );
      await performance.services.sloRetention.prune();
      expect(await blocks()).toEqual({ withSamples: 2, all: 10 });
      performance.setNow(new Date(NOW + 21 * DAY).toISOString());
      await performance.services.sloRetention.prune();
      expect(await blocks()).toEqual({ withSamples: 0, all: 0 });
      expect(await knex('slos')).toEqual([]);
    });

    it('keeps what was pushed when steps become longer', async () => {
      await define('7d');
      await push(3);
      await define('7d', '1h');
      const { body } = await performance.call('GET', '/slos');
      await performance.services.sloEvaluator.evaluate(
        body.items.map((item: any) => Number(item.id)),
      );
      const { body: detail } = await performance.call(
        'GET',
        `/slos/${body.items[0].id}`,
      );
      expect(detail.status).toMatchObject({
        total: 3 * 120,
        bad: 3 * 12,
        coveredSeconds: 3 * 3600,
      });
    });
  },
);
