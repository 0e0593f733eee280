import {
  MetricQuery,
  MetricQueryResult,
} from '@perf-governance/plugin-performance-node';
import { JsonObject } from '@backstage/types';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { MetricSourceTypes } from '../metrics/MetricSourceTypes';

jest.setTimeout(60_000);

const latency = {
  source: 'prometheus',
  query: 'p95{service="{{ entity.metadata.name }}"}[{{.window}}]',
  over: '1h',
  every: '5m',
  unit: 's',
};

function budget(measure: JsonObject = latency): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Budget',
    metadata: { name: 'latency' },
    spec: {
      metric: 'http.request.duration',
      statistic: 'p95',
      limits: { fail: '<= 300 ms' },
      measure,
    },
  });
}

const valueOf =
  (value: number) =>
  (query: MetricQuery): MetricQueryResult => ({
    points: [{ at: query.start, value }],
    until: query.end,
    warnings: [],
  });

const unavailable = ({ start }: MetricQuery): MetricQueryResult => ({
  points: [],
  until: start,
  warnings: [],
  error: { kind: 'unavailable', message: 'It refuses connections' },
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'measured budgets on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let asked: MetricQuery[];
    let answer: (query: MetricQuery) => MetricQueryResult;

    beforeEach(async () => {
      asked = [];
      answer = valueOf(0.28);
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const metricSourceTypes = new MetricSourceTypes();
      metricSourceTypes.addMetricSourceFactory({
        type: 'test',
        create: () => ({
          queryRange: async queries => {
            asked.push(...queries);
            return queries.map(query => answer(query));
          },
        }),
      });
      performance = await startPerformance({
        knex,
        now: '2026-11-22T12:01:00Z',
        entities: [component('checkout'), component('search')],
        config: {
          performance: {
            metricSources: [{ name: 'prometheus', type: 'test' }],
          },
        },
        metricSourceTypes,
      });
      await performance.services.catalogProjection.sweep();
    });

    afterEach(() => performance.stop());

    const define = async (content: string) => {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    };
    const measure = (time: string) => {
      performance.setNow(time);
      asked.length = 0;
      return performance.services.measurements.measureDue(
        new AbortController().signal,
      );
    };
    const verdicts = async () => {
      const { body } = await performance.call('GET', '/verdicts');
      return body.items.map(
        ({ subject, state, value, reason }: any) =>
          `${subject.entityRef.split('/')[1]} ${subject.environment} ${state} ${
            value ?? reason.code
          }`,
      );
    };

    it('gives every service a verdict, in place of runs', async () => {
      await define(budget());
      expect((await verdicts()).sort()).toEqual([
        'checkout production no-data no-samples',
        'search production no-data no-samples',
      ]);
      answer = query =>
        valueOf(query.query.includes('"search"') ? 0.45 : 0.28)(query);
      await measure('2026-11-22T12:01:00Z');
      expect((await verdicts()).sort()).toEqual([
        'checkout production pass 280',
        'search production fail 450',
      ]);
      expect(asked).toContainEqual({
        query: 'p95{service="checkout"}[3600s]',
        start: Date.parse('2026-11-22T11:55:00Z'),
        end: Date.parse('2026-11-22T12:00:00Z'),
        stepSeconds: 300,
        counter: false,
      });
      const { body } = await performance.call('GET', '/verdicts');
      expect(body.items[0].measured).toEqual({
        source: 'prometheus',
        query: latency.query,
        windowSeconds: 3600,
        at: '2026-11-22T12:00:00.000Z',
        definitionId: 'org/budget/latency',
      });
    });

    it('measures as often as it is asked to', async () => {
      await define(budget());
      await measure('2026-11-22T12:01:00Z');
      expect(asked).toHaveLength(2);
      await measure('2026-11-22T12:04:59Z');
      expect(asked).toEqual([]);
      answer = valueOf(0.301);
      await measure('2026-11-22T12:05:00Z');
      expect((await verdicts())[0]).toBe('checkout production fail 301');
    });

    it('waits for what the source has not got yet', async () => {
      await define(budget());
      answer = ({ start }) => ({ points: [], until: start, warnings: [] });
      await measure('2026-11-22T12:05:30Z');
      expect((await verdicts())[0]).toBe(
        'checkout production no-data no-samples',
      );
      answer = valueOf(0.28);
      await measure('2026-11-22T12:06:30Z');
      expect(asked[0].end).toBe(Date.parse('2026-11-22T12:05:00Z'));
      expect((await verdicts())[0]).toBe('checkout production pass 280');
    });

    it('holds on to a value while its window lasts, and recovers', async () => {
      await define(budget());
      await measure('2026-11-22T12:01:00Z');
      answer = unavailable;
      await measure('2026-11-22T13:00:00Z');
      expect((await verdicts())[0]).toBe('checkout production pass 280');
      await measure('2026-11-22T13:01:00Z');
      expect((await verdicts())[0]).toBe(
        'checkout production no-data source-down',
      );
      answer = valueOf(0.1);
      await measure('2026-11-22T13:02:00Z');
      expect((await verdicts())[0]).toBe('checkout production pass 100');
    });

    it.each<[string, JsonObject, (query: MetricQuery) => MetricQueryResult]>([
      ['no-source', { ...latency, source: 'other' }, valueOf(1)],
      [
        'missing-field',
        { ...latency, query: '{{ entity.spec.system }}' },
        valueOf(1),
      ],
      [
        'rejected',
        latency,
        query => ({
          ...unavailable(query),
          error: { kind: 'rejected', message: 'parse error' },
        }),
      ],
      ['no-samples', latency, query => ({ ...valueOf(1)(query), points: [] })],
    ])('says %s', async (code, how, result) => {
      await define(budget(how));
      answer = result;
      await measure('2026-11-22T12:01:00Z');
      expect(await verdicts()).toEqual([
        `checkout production no-data ${code}`,
        `search production no-data ${code}`,
      ]);
      await measure('2026-11-22T12:02:00Z');
      expect(asked).toEqual([]);
    });

    it('forgets what a changed budget measured before', async () => {
      await define(budget());
      await measure('2026-11-22T12:01:00Z');
      await performance.call(
        'PUT',
        `/definitions/${encodeURIComponent('org/budget/latency')}`,
        { json: { content: budget({ ...latency, query: 'other' }) } },
      );
      answer = valueOf(0.5);
      await measure('2026-11-22T12:02:00Z');
      expect(asked.map(({ query }) => query)).toEqual(['other', 'other']);
      expect((await verdicts())[0]).toBe('checkout production fail 500');
    });
  },
);
