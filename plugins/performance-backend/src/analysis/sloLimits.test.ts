import { Knex } from 'knex';
import { budget, newRun } from '../__testUtils__/fixtures';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { sloDefinition } from '../slos/__testUtils__/sloDefinition';
import { related, START, startAnalysed } from './__testUtils__/startAnalysed';

// Two databases on a busy machine.
jest.setTimeout(60_000);

/** 99 of 100 requests within half a second. */
function fastEnough(more: object = {}): string {
  const metric = (query: string) => ({
    metricSource: { metricSourceRef: 'prometheus', spec: { query } },
  });
  return sloDefinition('vault-latency', {
    component: 'vault',
    more: {
      indicator: {
        spec: {
          ratioMetric: {
            counter: true,
            good: metric(
              'http_request_duration_seconds_bucket{service="vault",le="0.5"}',
            ),
            total: metric(
              'http_request_duration_seconds_count{service="vault"}',
            ),
          },
        },
      },
      ...more,
    },
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'limits that SLOs promise on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const get = getFrom(() => performance);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      // A report may take 200 ms at p95.
      performance = await startAnalysed(knex, [
        related('report', { dependsOn: ['vault'], calls: 'vault' }),
        related('vault', { calls: 'none' }),
      ]);
      // In production, as the SLO.
      await performance.call('POST', '/runs', {
        json: newRun({ entity: 'report', startedAt: START }),
      });
    });

    afterEach(() => performance.stop());

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    }

    async function overruns() {
      await performance.call('POST', '/analysis/runs');
      const { items } = await get('/analysis/proposals', {
        rule: 'latency-budget-overrun',
        status: 'proposed',
      });
      return Promise.all(
        items.map(({ id }: any) => get(`/analysis/proposals/${id}`)),
      );
    }

    it('count where there is no budget, and are named', async () => {
      expect(await overruns()).toEqual([]);
      await define(fastEnough());
      const [found, ...others] = await overruns();
      expect(others).toEqual([]);
      expect(found).toMatchObject({
        severity: 'high',
        numbers: {
          limit: 200,
          quantile: 0.95,
          sum: 500,
          remainder: -300,
          guaranteedLevel: 0.99,
        },
      });
      expect(found.explanation).toContain(
        'p99 ≤ 500 ms by the SLO Title of vault-latency',
      );
      expect(found.graph.nodes).toContainEqual(
        expect.objectContaining({
          entityRef: 'component:default/vault',
          note: 'p99 ≤ 500 ms by the SLO Title of vault-latency',
        }),
      );

      await define(
        budget('vault-budget', { fail: '<= 100 ms', component: 'vault' }),
      );
      expect(await overruns()).toEqual([]);
    });

    it('are none of time slices', async () => {
      await define(
        fastEnough({
          budgetingMethod: 'Timeslices',
          objectives: [
            {
              displayName: 'Fast',
              target: 0.99,
              timeSliceTarget: 0.99,
              timeSliceWindow: '5m',
            },
          ],
        }),
      );
      expect(await overruns()).toEqual([]);
    });
  },
);
