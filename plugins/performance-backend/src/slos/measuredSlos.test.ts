import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { FakeMetrics, ValueAt } from './__testUtils__/FakeMetrics';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 5 * MINUTE;

/** A hundred events a step; of one step in ten, one is bad. */
const STEADY: ValueAt = (query, at) =>
  query.startsWith('good') && (at / STEP) % 10 === 0 ? 99 : 100;

const CONFIG = {
  performance: {
    metricSources: [
      { name: 'main', type: 'fake' },
      { name: 'other', type: 'fake' },
    ],
  },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'SLOs that are measured from a source, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let metrics: FakeMetrics;
    let running: TestPerformance[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      metrics = new FakeMetrics(STEADY);
      running = [];
    });

    afterEach(async () => {
      for (const performance of running) {
        await performance.stop();
      }
    });

    async function start(): Promise<TestPerformance> {
      const performance = await startPerformance({
        knex,
        now: new Date(NOW).toISOString(),
        entities: [component('checkout'), component('search')],
        config: CONFIG,
        metricSourceTypes: metrics.types(),
      });
      running.push(performance);
      await performance.services.catalogProjection.sweep();
      return performance;
    }

    async function define(performance: TestPerformance, content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    }

    async function measure(performance: TestPerformance, at: number) {
      performance.setNow(new Date(at).toISOString());
      await performance.services.sloMeasuring.start();
      await performance.services.sloMeasuring.whenIdle();
    }

    async function list(performance: TestPerformance) {
      const { body } = await performance.call('GET', '/slos', {
        query: { sort: 'title' },
      });
      return body.items;
    }

    /** Good and total in the database, by time. */
    async function counts() {
      const rows = await knex('slo_blocks')
        .join('slo_series', 'slo_series.id', 'slo_blocks.series_id')
        .orderBy(['slo_series.slo_id', 'start_at'])
        .select('slo_id', 'start_at', 'good', 'total', 'covered_seconds');
      return rows.map(row => ({ ...row, start_at: Number(row.start_at) }));
    }

    it('asks for the entity, back to the window at first, and from then on for what is new', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
          duration: '30d',
        }),
      );
      await measure(performance, NOW);
      expect(metrics.asked[0].queries).toEqual([
        {
          query: 'total{service="checkout"}',
          counter: true,
          start: NOW - 7 * DAY,
          end: NOW,
          stepSeconds: 300,
        },
        expect.objectContaining({ query: 'good{service="checkout"}' }),
      ]);
      const [slo] = await list(performance);
      // 30 days of 288 steps: one in ten has one bad event of 100.
      expect(slo).toMatchObject({
        state: 'pass',
        attainment: 0.999,
        coverage: 1,
        remainingShare: 0.9,
        measuredAt: '2026-11-22T12:00:00.000Z',
        sources: [{ name: 'main', state: 'ok' }],
      });
      metrics.asked.length = 0;
      await measure(performance, NOW + MINUTE);
      expect(metrics.asked).toEqual([]);
      await measure(performance, NOW + STEP);
      expect(
        metrics.asked.map(({ queries: [query] }) => [query.start, query.end]),
      ).toEqual([[NOW - STEP, NOW + STEP]]);
      expect((await list(performance))[0].measuredAt).toBe(
        '2026-11-22T12:05:00.000Z',
      );
    });

    it('asks again soon where the newest comes late, and not on and on', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
        }),
      );
      let now = NOW;
      // It has a step a minute after its end.
      metrics.behaviours.set('main', async (queries, answer) => {
        const ready = Math.floor((now - MINUTE) / STEP) * STEP;
        return answer().map((result, index) => {
          const until = Math.min(ready, queries[index].end);
          return {
            ...result,
            points: result.points.filter(({ at }) => at < until),
            until,
          };
        });
      });
      const newest = async (at: number) => {
        now = at;
        metrics.asked.length = 0;
        await measure(performance, at);
        return [
          metrics.asked.length,
          (await list(performance))[0].measuredAt.slice(11, 16),
        ];
      };
      expect((await newest(NOW))[1]).toBe('11:55');
      expect(await newest(NOW + 30_000)).toEqual([1, '11:55']);
      expect(await newest(NOW + MINUTE)).toEqual([1, '12:00']);
      expect(await newest(NOW + 2 * MINUTE)).toEqual([0, '12:00']);
    });

    it('leaves gaps as they are', async () => {
      metrics.valueAt = (query, at) =>
        at >= NOW - 6 * HOUR && at < NOW - 3 * HOUR
          ? undefined
          : STEADY(query, at);
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
        }),
      );
      await measure(performance, NOW);
      const [slo] = await list(performance);
      const { body } = await performance.call('GET', `/slos/${slo.id}`);
      // 21 of 24 hours: 252 steps, of which 25 or 26 have one bad event.
      expect(body.status).toMatchObject({
        total: 25_200,
        coveredSeconds: 21 * 3600,
        coverage: 0.875,
      });
    });

    it('goes on where it was stopped amid back-filling', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
          duration: '30d',
        }),
      );
      let batches = 0;
      metrics.behaviours.set('main', async (_queries, answer) => {
        batches++;
        if (batches === 3) {
          // As if it were killed: nothing of this batch is ever written.
          throw new Error('Killed');
        }
        return answer();
      });
      await measure(performance, NOW);
      const [halfway] = await list(performance);
      expect(halfway.sources[0].state).toBe('down');
      metrics.behaviours.clear();
      metrics.asked.length = 0;

      const restarted = await start();
      await measure(restarted, NOW + MINUTE);
      const newest = Math.max(
        ...metrics.asked.map(({ queries: [{ end }] }) => end),
      );
      expect(newest).toBe(NOW - 14 * DAY);
      expect((await list(restarted))[0]).toMatchObject({
        attainment: 0.999,
        coverage: 1,
        sources: [{ name: 'main', state: 'ok' }],
      });
    });

    it('leaves to a replica what it is at work on, unless that was killed', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
        }),
      );
      const claimed = await performance.services.sloStore.claim({
        source: 'main',
        holder: 'another',
        now: NOW,
        leaseMillis: MINUTE,
        limit: 10,
      });
      expect(claimed).toHaveLength(1);
      await measure(performance, NOW + MINUTE - 1);
      expect(metrics.asked).toEqual([]);
      await measure(performance, NOW + MINUTE);
      expect((await list(performance))[0].coverage).toBe(1);
    });

    it('comes to the same with two replicas at once as with one', async () => {
      const one = await start();
      const two = await start();
      for (const name of ['checkout', 'search']) {
        for (const source of ['main', 'other']) {
          await define(
            one,
            sloDefinition(`${name}-${source}`, { component: name, source }),
          );
        }
      }
      for (const at of [NOW, NOW + STEP, NOW + 3 * STEP]) {
        await Promise.all([measure(one, at), measure(two, at)]);
      }
      // A day of 288 steps and what the replicas looked back for more, each step once.
      const steps = (await counts()).reduce(
        (sum, row) => sum + row.covered_seconds / 300,
        0,
      );
      const total = (await counts()).reduce((sum, row) => sum + row.total, 0);
      expect(total).toBe(steps * 100);
      const slos = await list(one);
      expect(slos).toHaveLength(4);
      for (const slo of slos) {
        expect(slo).toMatchObject({
          coverage: 1,
          measuredAt: '2026-11-22T12:15:00.000Z',
        });
      }
      expect(new Set(slos.map((slo: any) => slo.attainment)).size).toBe(1);
    });

    it('retires with its entity, and comes back with it where it was', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', { source: 'main' }),
      );
      await measure(performance, NOW);
      const before = await list(performance);
      const names = (slos: any[]) => slos.map(slo => slo.entity.name).sort();
      expect(names(before)).toEqual(['checkout', 'search']);
      performance.setCatalog([component('search')]);
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      expect(names(await list(performance))).toEqual(['search']);
      metrics.asked.length = 0;
      await measure(performance, NOW + STEP);
      expect(JSON.stringify(metrics.asked)).not.toContain('checkout');

      performance.setCatalog([component('checkout'), component('search')]);
      await performance.services.catalogProjection.sweep();
      metrics.asked.length = 0;
      await measure(performance, NOW + 2 * STEP);
      // What was missed, and nothing that is there already.
      expect(
        Math.min(...metrics.asked.map(({ queries: [query] }) => query.start)),
      ).toBe(NOW - STEP);
      const after = await list(performance);
      expect(names(after)).toEqual(['checkout', 'search']);
      expect(new Set(after.map((slo: any) => slo.attainment)).size).toBe(1);
    });

    it('retires what is defined no more, and keeps its samples', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'main',
        }),
      );
      await measure(performance, NOW);
      const before = await counts();
      const { status } = await performance.call(
        'DELETE',
        `/definitions/${encodeURIComponent('org/slo/availability')}`,
      );
      expect(status).toBe(204);
      expect(await list(performance)).toEqual([]);
      expect(await counts()).toEqual(before);
      metrics.asked.length = 0;
      await measure(performance, NOW + DAY);
      expect(metrics.asked).toEqual([]);
      expect(
        (
          await performance.call('GET', '/verdicts', {
            query: { ruleKind: 'slo' },
          })
        ).body.items,
      ).toEqual([]);
    });
  },
);
