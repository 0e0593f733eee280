import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
spec:
  service: pay
  indicatorRef: requests
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
`;
const SLI = `apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  ratioMetric:
    counter: true
    good: { metricSource: { type: Prometheus, spec: { query: good_total } } }
    total: { metricSource: { type: Prometheus, spec: { query: all_total } } }
`;
const SLOTH = `version: prometheus/v1
service: pay
slos:
  - name: errors
    objective: 99.9
    sli:
      raw:
        error_ratio_query: avg_over_time(error_ratio[{{.window}}])
    alerting: { name: PayErrors }
  - name: latency
    objective: 99
    sli:
      raw:
        error_ratio_query: avg_over_time(slow_ratio[{{.window}}])
    alerting: { name: PaySlow }
`;
const BUDGET = `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: latency
spec:
  metric: http.request.duration
  statistic: p95
  limits: { fail: <= 300 ms }
`;

const idOf = (id: string) => `/definitions/${encodeURIComponent(id)}`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'SLOs of other languages on %s',
  databaseId => {
    const databases = createTestDatabases();
    const directory = createMockDirectory();
    let performance: TestPerformance;

    beforeAll(async () => {
      directory.setContent({
        definitions: { 'sloth.yaml': `${SLOTH}---\n${BUDGET}` },
        pay: {
          'catalog-info.yaml': '',
          'slo.yaml': `${SLI}---\n${SLO}`,
        },
      });
      const pay: Entity = component('pay');
      pay.metadata.annotations = {
        'backstage.io/managed-by-location': `file:${directory.resolve(
          'pay/catalog-info.yaml',
        )}`,
        'performance-governance.io/definitions': './slo.yaml',
      };
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [pay],
        now: '2026-11-22T12:00:00.000Z',
        config: {
          performance: {
            definitions: { files: [directory.resolve('definitions/*.yaml')] },
          },
        },
      });
      await performance.services.catalogProjection.sweep();
      await performance.services.definitionRefresh.refreshAll();
    });

    afterAll(async () => performance.stop());

    it('are in force from the configuration and next to the code', async () => {
      const { body } = await performance.call('GET', '/definitions');

      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
        'component:default/pay/slo/availability',
        'org/budget/latency',
        'org/slo/pay-errors',
        'org/slo/pay-latency',
      ]);
    });

    it('hold what they refer to', async () => {
      const { body } = await performance.call(
        'GET',
        idOf('component:default/pay/slo/availability'),
      );

      expect(body).toMatchObject({
        kind: 'SLO',
        content: `${SLO}---\n${SLI}`,
        source: { line: 11 },
        spec: {
          service: 'pay',
          indicator: {
            type: 'ratio',
            counter: true,
            good: { source: 'prometheus', query: 'good_total' },
          },
        },
      });
    });

    it('are checked in the editor, each problem with whose rule it is', async () => {
      const { status, body } = await performance.call(
        'POST',
        '/definitions/validate',
        {
          json: {
            content: `${SLO.replace('30d', '0d').replace(
              'pay\n',
              'pay\n  owner: payments\n',
            )}---\n${SLI}`,
          },
        },
      );

      expect([status, body.problems]).toEqual([
        200,
        [
          expect.objectContaining({
            line: 7,
            column: 3,
            severity: 'warning',
            rule: 'unknown-field',
            source: 'sdk',
          }),
          expect.objectContaining({
            line: 10,
            column: 17,
            severity: 'error',
            rule: 'invalid-duration',
            source: 'governance',
          }),
        ],
      ]);
    });

    it.each([
      ['component:default/pay', 'service: pay', []],
      ['component:default/pay', 'service: cart', ['other-service']],
      ['component:default/pay', 'service: component:default/pay', []],
      [undefined, 'service: cart', []],
      [undefined, 'environment: production', ['no-subject']],
      [undefined, 'appliesTo: { tag: api }', []],
    ])('of %s with %s: %j', async (entityRef, field, rules) => {
      const { body } = await performance.call('POST', '/definitions/validate', {
        json: {
          entityRef,
          content: `apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: availability }
spec:
  ${field}
  indicator:
    spec:
      ratioMetric:
        good: { metricSource: { type: pushed } }
        total: { metricSource: { type: pushed } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ target: 0.99 }]
`,
        },
      });
      expect(body.problems.map(({ rule }: { rule: string }) => rule)).toEqual(
        rules,
      );
    });

    it('are made and changed through the API, one at a time', async () => {
      const named = SLO.replace('availability', 'api-made');
      const made = await performance.call('POST', '/definitions', {
        json: { content: `${named}---\n${SLI}` },
      });
      expect([made.status, made.body]).toMatchObject([
        201,
        { id: 'org/slo/api-made', content: `${named}---\n${SLI}` },
      ]);
      const changed = await performance.call('PUT', idOf('org/slo/api-made'), {
        json: {
          content: `${named}---\n${SLI.replace('good_total', 'ok_total')}`,
        },
      });
      expect([changed.status, changed.body]).toMatchObject([
        200,
        {
          version: 2,
          spec: { indicator: { good: { query: 'ok_total' } } },
        },
      ]);
      const several = await performance.call('POST', '/definitions', {
        json: { content: SLOTH },
      });
      expect(several.status).toBe(400);
    });
  },
);
