import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { FakeMetrics, unavailable, ValueAt } from './__testUtils__/FakeMetrics';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
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
  'SLOs whose metric source is in trouble, on %s',
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

    it('has an outage delay only the SLOs of that source, shows it, and makes up for it', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('a-down', { component: 'checkout', source: 'main' }),
      );
      await define(
        performance,
        sloDefinition('b-up', { component: 'checkout', source: 'other' }),
      );
      await measure(performance, NOW);
      metrics.behaviours.set('main', async queries => unavailable(queries));
      await measure(performance, NOW + 10 * MINUTE);
      const [down, up] = await list(performance);
      expect(down).toMatchObject({
        state: 'pass',
        measuredAt: '2026-11-22T12:00:00.000Z',
        sources: [
          {
            name: 'main',
            state: 'down',
            since: '2026-11-22T12:10:00.000Z',
            message: 'It refuses connections',
          },
        ],
      });
      expect(up).toMatchObject({
        measuredAt: '2026-11-22T12:10:00.000Z',
        sources: [{ name: 'other', state: 'ok' }],
      });
      const { body: sources } = await performance.call(
        'GET',
        '/metric-sources',
      );
      expect(sources.items).toEqual([
        {
          name: 'main',
          type: 'fake',
          state: 'unhealthy',
          slos: 1,
          lastSuccessAt: '2026-11-22T12:00:00.000Z',
          lastError: {
            at: '2026-11-22T12:10:00.000Z',
            message: 'It refuses connections',
          },
        },
        {
          name: 'other',
          type: 'fake',
          state: 'healthy',
          slos: 1,
          lastSuccessAt: '2026-11-22T12:10:00.000Z',
        },
      ]);

      // An hour without samples tells of no state; the numbers stay, with their age.
      await measure(performance, NOW + 65 * MINUTE);
      expect((await list(performance))[0]).toMatchObject({
        state: 'no-data',
        reason: {
          code: 'source-down',
          message:
            'The metric source "main" has not answered since 2026-11-22T12:10:00.000Z.',
        },
        // Of the last day 275 steps are known, 27 of them with a bad event.
        attainment: expect.closeTo(1 - 27 / 27_500, 10),
        measuredAt: '2026-11-22T12:00:00.000Z',
      });

      metrics.behaviours.delete('main');
      await measure(performance, NOW + 70 * MINUTE);
      const [recovered, untouched] = await list(performance);
      expect(recovered).toMatchObject({
        state: 'pass',
        coverage: 1,
        measuredAt: '2026-11-22T13:10:00.000Z',
        sources: [{ name: 'main', state: 'ok' }],
      });
      // As if nothing had been.
      expect(recovered.attainment).toBe(untouched.attainment);
      expect(recovered.remainingShare).toBe(untouched.remainingShare);
    });

    it('does not wait for a slow source with others', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('a-slow', { component: 'checkout', source: 'main' }),
      );
      await define(
        performance,
        sloDefinition('b-fast', { component: 'checkout', source: 'other' }),
      );
      let goOn = () => {};
      metrics.behaviours.set('main', async (_, answer) => {
        await new Promise<void>(resolve => {
          goOn = resolve;
        });
        return answer();
      });
      let fastDone = () => {};
      const fast = new Promise<void>(resolve => {
        fastDone = resolve;
      });
      metrics.behaviours.set('other', async (queries, answer) => {
        if (queries[0].end === NOW + STEP) {
          fastDone();
        }
        return answer();
      });
      await performance.services.sloMeasuring.start();
      for (;;) {
        const [, item] = await list(performance);
        if (item.measuredAt === '2026-11-22T12:00:00.000Z') {
          break;
        }
      }
      // The next time, too, while the other is still at work.
      performance.setNow(new Date(NOW + STEP).toISOString());
      await performance.services.sloMeasuring.start();
      await fast;
      expect((await list(performance))[0].evaluatedAt).toBeUndefined();
      metrics.behaviours.clear();
      goOn();
      await performance.services.sloMeasuring.whenIdle();
      expect((await list(performance))[0].coverage).toBe(1);
    });

    it.each([
      [
        'numbers that can not be',
        async (_queries: unknown, answer: () => any[]) =>
          answer().map(result => ({
            ...result,
            points: result.points.map((point: any) => ({
              ...point,
              value: -1,
            })),
          })),
        { state: 'no-data', sources: [{ state: 'ok' }] },
        /numbers that can't be/,
      ],
      [
        'nothing that fits',
        async () => [],
        { state: 'no-data', sources: [{ state: 'down' }] },
        /It gave 0 answers to 2 queries/,
      ],
      [
        'a refusal of the query',
        async (queries: any[]) =>
          unavailable(queries, 'parse error').map(result => ({
            ...result,
            error: { kind: 'rejected' as const, message: 'parse error' },
          })),
        {
          state: 'no-data',
          reason: { code: 'query-rejected' },
          sources: [{ state: 'rejected' }],
        },
        /parse error/,
      ],
    ])(
      'shows that a source answers with %s',
      async (_, behaviour, shown, message) => {
        const performance = await start();
        await define(
          performance,
          sloDefinition('availability', {
            component: 'checkout',
            source: 'main',
          }),
        );
        metrics.behaviours.set('main', behaviour);
        await measure(performance, NOW);
        const [slo] = await list(performance);
        expect(slo).toMatchObject(shown);
        expect(slo.sources[0].message).toMatch(message);
      },
    );

    it('tells of a source that is not configured, and asks no other', async () => {
      const performance = await start();
      await define(
        performance,
        sloDefinition('availability', {
          component: 'checkout',
          source: 'https://elsewhere.example',
        }),
      );
      await measure(performance, NOW);
      expect((await list(performance))[0]).toMatchObject({
        state: 'no-data',
        reason: { code: 'no-source' },
      });
      expect(metrics.asked).toEqual([]);
    });
  },
);
