import { MetricQueryResult } from '@perf-governance/plugin-performance-node';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { MetricSourceTypes } from '../../metrics/MetricSourceTypes';
import { sloDefinition } from '../../slos/__testUtils__/sloDefinition';
import {
  BoundFindingClient,
  BoundPerformance,
  november,
  SECOND,
  startBound,
} from './__testUtils__/startBound';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

function check(name: string, condition: object): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Check',
    metadata: { name, title: `Title of ${name}` },
    spec: {
      rationale: 'Why.',
      fix: 'How.',
      guide: 'https://example.com/guide',
      ...condition,
    },
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'a finding bound to what no run is behind, on %s',
  id => {
    const databases = createTestDatabases();
    let performance: BoundPerformance;
    let finding: BoundFindingClient;

    /** Looks at bindings at some time of a day, as happens all the time. */
    const look = async (day: number, time = '20:00') => {
      performance.setNow(`${november(day)}T${time}:00Z`);
      await performance.services.bindingObserver.observe();
      return finding.standing();
    };
    const bind = async (binding: object) => {
      const { status, body } = await finding.bind(binding);
      expect([status, body]).toEqual([200, expect.anything()]);
    };

    /** What the metric source says the p95 is, in seconds; nothing while it is out of reach. */
    let p95: number | undefined;

    beforeEach(async () => {
      p95 = undefined;
      const metricSourceTypes = new MetricSourceTypes();
      metricSourceTypes.addMetricSourceFactory({
        type: 'test',
        create: () => ({
          queryRange: async queries =>
            queries.map(({ start, end }): MetricQueryResult => {
              const warnings: string[] = [];
              return p95 === undefined
                ? {
                    points: [],
                    until: start,
                    warnings,
                    error: { kind: 'unavailable', message: 'Out of reach' },
                  }
                : {
                    points: [{ at: start, value: p95 }],
                    until: end,
                    warnings,
                  };
            }),
        }),
      });
      performance = await startBound(await databases.init(id), {
        metricSourceTypes,
        config: {
          performance: { metricSources: [{ name: 'source', type: 'test' }] },
        },
      });
    });
    afterEach(async () => {
      await performance.services.reevaluations.stop();
      await performance.stop();
    });

    it('counts the days on which an SLO is measured', async () => {
      await performance.define(
        sloDefinition('availability', { component: 'checkout' }),
      );
      const [slo] = (await performance.call('GET', '/slos')).body.items;
      /** An hour of samples up to noon. */
      const push = async (day: number, good: number) => {
        const end = Date.parse(`${november(day)}T12:00:00Z`);
        performance.setNow(`${november(day)}T12:00:00Z`);
        const { status, body } = await performance.call(
          'POST',
          `/slos/${slo.id}/samples`,
          {
            json: {
              samples: Array.from({ length: 12 }, (_, index) => ({
                time: new Date(end - (index + 1) * 300_000).toISOString(),
                good,
                total: 1000,
              })),
            },
          },
        );
        expect([status, body]).toEqual([200, expect.anything()]);
        return look(day);
      };
      finding = await performance.record();
      await bind({
        ruleId: 'slo:availability',
        environment: slo.environment,
        greenDays: 3,
      });
      expect(await look(1)).toBe('open 0/3');
      expect(await push(2, 1000)).toBe('open 1/3');
      // It still is kept, by what was measured before.
      expect(await look(3, '06:00')).toBe('open 1/3');
      // The window is empty by now: no data.
      performance.setNow(`${november(5)}T12:00:00Z`);
      await performance.services.sloEvaluator.evaluate([Number(slo.id)]);
      expect((await finding.get()).binding.state).toBe('no-data');
      expect(await look(5)).toBe('open 1/3');
      expect(await push(6, 1000)).toBe('open 2/3');
      expect(await push(7, 1000)).toBe('open 3/3?');
      expect(await finding.decide('verify', { user: SECOND })).toMatchObject({
        status: 200,
      });
      expect(await push(8, 900)).toBe('open 0/3');
      expect(await finding.history()).toContain('reopened');
    });

    it('counts the days on which a budget is measured', async () => {
      await performance.define(
        JSON.stringify({
          apiVersion: 'performance-governance.io/v1',
          kind: 'Budget',
          metadata: { name: 'latency' },
          spec: {
            appliesTo: { entity: { 'metadata.name': 'checkout' } },
            environment: 'production',
            metric: 'http.request.duration',
            statistic: 'p95',
            limits: { fail: '<= 300 ms' },
            measure: {
              source: 'source',
              query: 'p95',
              over: '1h',
              every: '5m',
              unit: 's',
            },
          },
        }),
      );
      const measure = async (day: number, value: number | undefined) => {
        p95 = value;
        performance.setNow(`${november(day)}T12:01:00Z`);
        await performance.services.measurements.measureDue(
          new AbortController().signal,
        );
        await performance.services.reevaluations.whenIdle();
        return look(day);
      };
      finding = await performance.record();
      await bind({
        ruleId: 'budget:http.request.duration:p95',
        environment: 'production',
        greenDays: 2,
      });
      expect(await measure(2, 0.28)).toBe('open 1/2');
      expect(await measure(3, undefined)).toBe('open 1/2');
      // The same number again is evidence again.
      expect(await measure(4, 0.28)).toBe('open 2/2?');
      expect(await measure(5, 0.4)).toBe('open 0/2');
    });

    it('counts the days on which a check is told of', async () => {
      await performance.define(check('scan', { external: { maxAge: '30d' } }));
      const push = async (day: number, state: string) => {
        performance.setNow(`${november(day)}T12:00:00Z`);
        const { status } = await performance.call(
          'PUT',
          '/entities/component/default/checkout/check-results/scan',
          { json: { state } },
        );
        expect(status).toBe(200);
        return look(day);
      };
      finding = await performance.record();
      await bind({ ruleId: 'check:scan', greenDays: 2 });
      expect(await look(1)).toBe('open 0/2');
      expect(await push(2, 'pass')).toBe('open 1/2');
      expect(await look(3)).toBe('open 1/2');
      expect(await push(4, 'warn')).toBe('open 0/2');
      expect(await push(5, 'pass')).toBe('open 1/2');
      // The same again is evidence again.
      expect(await push(7, 'pass')).toBe('open 2/2?');
      expect(await push(8, 'fail')).toBe('open 0/2');
    });

    it('counts the days on which a check is looked up', async () => {
      await performance.define(
        check('owned', { entity: { 'spec.owner': 'payments' } }),
      );
      finding = await performance.record();
      await bind({ ruleId: 'check:owned', greenDays: 3 });
      expect(await look(1)).toBe('open 1/3');
      expect(await look(1, '21:00')).toBe('open 1/3');
      expect(await look(2)).toBe('open 2/3');
      expect(await look(5)).toBe('open 3/3?');
    });
  },
);
