import performanceModulePrometheus from '@perf-governance/plugin-performance-backend-module-prometheus';
import { JsonObject } from '@backstage/types';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import {
  checkoutMetrics,
  hasPrometheus,
  startPrometheus,
  TestPrometheus,
} from 'test-prometheus';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Weeks of data, measured by several backends one after the other.
jest.setTimeout(300_000);

const describeReal = hasPrometheus() ? describe : describe.skip;

const ROLLING = { duration: '28d', isRolling: true };
const query = (text: string, source = 'prometheus') => ({
  metricSource: { metricSourceRef: source, spec: { query: text } },
});
const requests = (source?: string) => ({
  ratioMetric: {
    counter: true,
    bad: query(
      'sum(http_requests_total{job="{{ entity.metadata.name }}",code="500"})',
      source,
    ),
    total: query(
      'sum(http_requests_total{job="{{ entity.metadata.name }}"})',
      source,
    ),
  },
});

function slo(name: string, spec: JsonObject): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'SLO',
    metadata: { name },
    spec: { appliesTo: { entity: { kind: 'Component' } }, ...spec },
  });
}

const availability = (timeWindow: JsonObject, source?: string) => ({
  indicator: { spec: requests(source) },
  timeWindow: [timeWindow],
  budgetingMethod: 'Occurrences',
  objectives: [{ target: 0.999 }],
});

const berlin = (duration: string) => ({
  duration,
  calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'Europe/Berlin' },
});

/** What the tests look at of an SLO's detail. */
interface Standing {
  status: any;
  source: any;
  state: string;
}

/**
 * Expected numbers are worked out by hand from what `checkoutMetrics` says happened. Prometheus extrapolates
 * what it saw between the first and the last scrape of a step: steady rates come out exactly, and each change
 * of one may cost what happens in one scrape interval.
 */
describeReal.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'SLOs measured from a real Prometheus, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let prometheus: TestPrometheus;
    let running: TestPerformance[];

    beforeAll(async () => {
      prometheus = await startPrometheus(checkoutMetrics());
    });
    afterAll(() => prometheus?.remove());

    beforeEach(() => {
      running = [];
    });
    afterEach(() => Promise.all(running.map(one => one.stop())));

    async function newDatabase() {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      return knex;
    }

    async function start(knex: Knex, now: string, other?: JsonObject) {
      const performance = await startPerformance({
        knex,
        now,
        entities: [component('checkout')],
        modules: [performanceModulePrometheus],
        config: {
          performance: {
            metricSources: [
              {
                name: 'prometheus',
                type: 'prometheus',
                url: prometheus.url,
                maxRetries: 0,
              },
              ...(other ? [other] : []),
            ],
          },
        },
      });
      running.push(performance);
      await performance.services.catalogProjection.sweep();
      return performance;
    }

    async function stop(performance: TestPerformance) {
      running = running.filter(one => one !== performance);
      await performance.services.sloMeasuring.stop();
      await performance.stop();
    }

    async function define(performance: TestPerformance, content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    }

    async function measure(performance: TestPerformance, now: string) {
      performance.setNow(now);
      await performance.services.sloMeasuring.start();
      await performance.services.sloMeasuring.whenIdle();
    }

    async function standings(performance: TestPerformance) {
      const list = await performance.call('GET', '/slos');
      expect([list.status, list.body.error]).toEqual([200, undefined]);
      const found: Record<string, Standing> = {};
      for (const { id, definitionName } of list.body.items) {
        const { body } = await performance.call('GET', `/slos/${id}`);
        found[definitionName] = {
          status: body.status,
          source: body.sources[0],
          state: body.state,
        };
      }
      return found;
    }

    it('has the numbers of what happened, over restarts, gaps and the change of clocks', async () => {
      const performance = await start(
        await newDatabase(),
        '2026-10-25T01:36:00Z',
      );
      await define(performance, slo('rolling', availability(ROLLING)));
      await define(performance, slo('day', availability(berlin('1d'))));
      await define(performance, slo('month', availability(berlin('1M'))));
      await define(
        performance,
        slo('slices', {
          indicator: { spec: requests() },
          timeWindow: [berlin('1M')],
          budgetingMethod: 'Timeslices',
          objectives: [
            { target: 0.99, timeSliceTarget: 0.99, timeSliceWindow: '5m' },
          ],
        }),
      );
      await define(
        performance,
        slo('latency', {
          step: '1m',
          indicator: { spec: { thresholdMetric: query('latency_seconds') } },
          timeWindow: [berlin('1M')],
          budgetingMethod: 'Timeslices',
          objectives: [
            {
              target: 0.99,
              op: 'lt',
              value: 0.5,
              timeSliceTarget: 1,
              timeSliceWindow: '1m',
            },
          ],
        }),
      );

      // In the middle of the second incident: 10 of 70 requests a minute fail, of which 1 in 1,000 may.
      await measure(performance, '2026-10-25T01:36:00Z');
      const burning = (await standings(performance)).rolling;
      const rates = Object.fromEntries(
        burning.status.burnRates.map(({ window, rate }: any) => [window, rate]),
      );
      expect(rates['5m']).toBeCloseTo(10 / 70 / 0.001, 6);
      expect(rates['1h']).toBeCloseTo(10 / 70 / 0.001, 6);
      expect(burning.status.alerts[0]).toMatchObject({
        severity: 'page',
        longWindow: '1h',
        shortWindow: '5m',
        // 2 % of the budget of 28 days in an hour.
        factor: 13.44,
        active: true,
      });

      // The day on which the clocks are put back has 25 hours.
      await measure(performance, '2026-10-25T22:31:00Z');
      const { day } = await standings(performance);
      expect(day.status.window).toEqual({
        from: '2026-10-24T22:00:00.000Z',
        to: '2026-10-25T23:00:00.000Z',
      });
      expect(day.status.coverage).toBe(1);
      expectNear(day.status.bad, 89 * 10, 3 * 10);
      expectNear(day.status.total, 24.5 * 60 * 60 + 89 * 10, 30 + 3 * 10);

      await measure(performance, '2026-10-31T22:31:00Z');
      const { month, rolling, slices, latency } = await standings(performance);
      expect(month.status.window).toEqual({
        from: '2026-09-30T22:00:00.000Z',
        to: '2026-10-31T23:00:00.000Z',
      });
      // 744.5 hours so far, without the two that nobody scraped, and one instance gone for six.
      const good = (744.5 - 2) * 60 * 60 - 6 * 60 * 30;
      const bad = 60 * 6 + 89 * 10;
      expectNear(month.status.bad, bad, 3 * 10);
      expectNear(month.status.total, good + bad, 6 * 30 + 3 * 10);
      expect(month.status.coverage).toBeCloseTo(742.5 / 744.5, 9);
      expectNear(month.status.attainment, 1 - bad / (good + bad), 30 / good);
      expectNear(
        month.status.budget.remainingShare,
        1 - bad / ((good + bad) * 0.001),
        30 / (good * 0.001),
      );

      // The same without the first three days, in which nothing happened but requests.
      expectNear(rolling.status.bad, bad, 3 * 10);
      expectNear(
        rolling.status.total,
        (28 * 24 - 2) * 60 * 60 - 6 * 60 * 30 + bad,
        6 * 30 + 3 * 10,
      );

      // Twelve slices of the first incident, 19 that the second one touches; 8,940 in the month.
      expect(slices.status).toMatchObject({
        countedAs: 'slices',
        bad: 12 + 19,
        total: 742.5 * 12,
      });
      expect(slices.status.budget.allowed).toBeCloseTo(89.4, 6);
      expect(slices.status.budget.remaining).toBeCloseTo(89.4 - 31, 6);

      // An hour and 89 minutes; for four more minutes the last value before the gap stands.
      expect(latency.status).toMatchObject({
        bad: 60 + 89,
        total: 742.5 * 60 + 4,
      });
    });

    it('gives every service a production verdict by a budget of the organisation', async () => {
      const performance = await start(
        await newDatabase(),
        '2026-10-10T11:01:00Z',
      );
      const counted = (codes: string) =>
        `sum(increase(http_requests_total{job="{{ entity.metadata.name }}",code=~"${codes}"}[{{.window}}]))`;
      await define(
        performance,
        JSON.stringify({
          apiVersion: 'performance-governance.io/v1',
          kind: 'Budget',
          metadata: { name: 'errors' },
          spec: {
            metric: 'http.request.failed',
            statistic: 'ratio',
            limits: { fail: '<= 5 %' },
            measure: {
              source: 'prometheus',
              query: `${counted('5..')} / ${counted('.*')}`,
              over: '1h',
            },
          },
        }),
      );
      const verdictAt = async (now: string) => {
        performance.setNow(now);
        await performance.services.measurements.measureDue(
          new AbortController().signal,
        );
        const { body } = await performance.call('GET', '/verdicts');
        return body.items[0];
      };
      // In the hour of the first incident, 6 of 66 requests a minute fail.
      expect(await verdictAt('2026-10-10T11:01:00Z')).toMatchObject({
        subject: {
          entityRef: 'component:default/checkout',
          environment: 'production',
        },
        state: 'fail',
        value: expect.closeTo(6 / 66, 9),
        confirmed: true,
      });
      expect(await verdictAt('2026-10-10T12:01:00Z')).toMatchObject({
        state: 'pass',
        value: 0,
      });
      // The hour is within the two that nobody scraped.
      expect(await verdictAt('2026-10-20T04:31:00Z')).toMatchObject({
        state: 'no-data',
        reason: { code: 'no-samples' },
      });
    });

    it('comes to the same through restarts of the backend and an outage', async () => {
      const polls = Array.from({ length: 19 }, (_, index) =>
        new Date(
          Date.parse('2026-10-25T00:01:00Z') + index * 600_000,
        ).toISOString(),
      );
      const definitions = [
        slo('day', availability({ duration: '1d', isRolling: true })),
        slo('slices', {
          indicator: { spec: requests() },
          timeWindow: [{ duration: '1d', isRolling: true }],
          budgetingMethod: 'Timeslices',
          objectives: [
            { target: 0.99, timeSliceTarget: 0.99, timeSliceWindow: '5m' },
          ],
        }),
      ];

      const uninterrupted = await start(await newDatabase(), polls[0]);
      for (const definition of definitions) {
        await define(uninterrupted, definition);
      }
      for (const now of polls) {
        await measure(uninterrupted, now);
      }
      const expected = await standings(uninterrupted);
      expect(expected.day.status.bad).toBeGreaterThan(800);
      await stop(uninterrupted);

      const knex = await newDatabase();
      let performance = await start(knex, polls[0]);
      let during: object | undefined;
      for (const definition of definitions) {
        await define(performance, definition);
      }
      for (const now of polls) {
        const time = now.slice(11, 16);
        if (time === '01:01') {
          await prometheus.stop();
        }
        if (time === '01:51') {
          await prometheus.start();
        }
        if (['00:41', '01:31', '02:11'].includes(time)) {
          await stop(performance);
          performance = await start(knex, now);
        }
        await measure(performance, now);
        if (time === '01:41') {
          during = {
            source: (await standings(performance)).day.source,
            sources: (await performance.call('GET', '/metric-sources')).body
              .items,
          };
        }
      }
      expect(during).toEqual({
        source: {
          name: 'prometheus',
          state: 'down',
          since: '2026-10-25T01:01:00.000Z',
          message: 'The source refuses connections',
        },
        sources: [
          {
            name: 'prometheus',
            type: 'prometheus',
            state: 'unhealthy',
            slos: 2,
            lastSuccessAt: '2026-10-25T00:51:00.000Z',
            lastError: {
              at: '2026-10-25T01:41:00.000Z',
              message: 'The source refuses connections',
            },
          },
        ],
      });
      // No tolerance is needed: every step is asked for, once it is settled, whenever that is.
      expect(await standings(performance)).toEqual(expected);
    });

    it('waits for a slow source and puts up with rubbish, only where it is asked', async () => {
      const held: ServerResponse[] = [];
      let isBack = false;
      const server = createServer((request, response) => {
        if (isBack) {
          forward(request, response, prometheus.url);
        } else {
          held.push(response);
        }
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      try {
        const performance = await start(
          await newDatabase(),
          '2026-10-26T00:01:00Z',
          {
            name: 'other',
            type: 'prometheus',
            url: urlOf(server),
            maxRetries: 0,
          },
        );
        const rolling = { duration: '1d', isRolling: true };
        await define(performance, slo('quick', availability(rolling)));
        await define(performance, slo('slow', availability(rolling, 'other')));

        await performance.services.sloMeasuring.start();
        let now: Record<string, Standing>;
        do {
          now = await standings(performance);
        } while (now.quick.state === 'no-data' || held.length === 0);
        expect(now.slow).toMatchObject({ state: 'no-data' });

        while (held.length > 0) {
          held.pop()?.end('<html>Log in, please</html>');
        }
        await performance.services.sloMeasuring.whenIdle();
        for (const response of held) {
          response.end('<html>Log in, please</html>');
        }
        const { quick, slow } = await standings(performance);
        expect(quick.source.state).toBe('ok');
        expect(slow.state).toBe('no-data');
        expect(slow.source).toMatchObject({
          name: 'other',
          state: 'down',
          message: expect.stringContaining("The answer isn't JSON"),
        });
        const { body } = await performance.call('GET', '/metric-sources');
        expect(
          body.items.map(({ name, state }: any) => `${name} ${state}`),
        ).toEqual(['prometheus healthy', 'other unhealthy']);

        isBack = true;
        await measure(performance, '2026-10-26T00:06:00Z');
        const back = await standings(performance);
        expect(back.slow.source.state).toBe('ok');
        expect(back.slow.status).toEqual(back.quick.status);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  },
);

function expectNear(actual: number, expected: number, tolerance: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);
}

function urlOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Passes a request on, as a proxy does. */
function forward(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): void {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', async () => {
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method,
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status).end(await answer.text());
  });
}
