import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { performancePlugin } from './plugin';

const checkout = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: {
    type: 'service',
    owner: 'group:default/team-a',
    lifecycle: 'production',
  },
};

const budget = `
apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: api-latency
  title: API latency
spec:
  appliesTo:
    entity:
      kind: Component
  metric: http.request.duration
  statistic: p95
  limits:
    fail: <= 300 ms
`;

/** The shape of k6's \`--summary-export\`, cut down to one trend. */
const k6Summary = (p95: number) =>
  JSON.stringify({
    metrics: {
      http_req_duration: {
        avg: 120,
        min: 20,
        med: 100,
        max: 900,
        'p(90)': 200,
        'p(95)': p95,
      },
      http_reqs: { count: 1000, rate: 33.3 },
      http_req_failed: { passes: 10, fails: 990, value: 0.01 },
      iterations: { count: 1000, rate: 33.3 },
      vus: { value: 1, min: 1, max: 10 },
    },
    root_group: {
      name: '',
      path: '',
      id: 'd41d8cd98f00b204e9800998ecf8427e',
      groups: {},
      checks: {},
    },
  });

describe('performancePlugin', () => {
  it('turns a k6 summary into a run and a verdict', async () => {
    const { server } = await startTestBackend({
      features: [
        performancePlugin,
        catalogServiceMock.factory({ entities: [checkout] }),
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    const baseUrl = `http://localhost:${server.port()}/api/performance`;
    const created = await fetch(`${baseUrl}/definitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: budget }),
    });
    expect(await created.json()).toMatchObject({
      id: 'org/budget/api-latency',
    });

    const uploaded = await fetch(
      `${baseUrl}/reports?entityRef=component:default/checkout&environment=production&branch=main`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: k6Summary(280),
      },
    );
    const result = await uploaded.json();
    expect([uploaded.status, result]).toEqual([
      201,
      expect.objectContaining({ duplicate: false }),
    ]);
    expect(result.verdicts).toEqual([
      expect.objectContaining({ state: 'pass', value: 280 }),
    ]);

    const verdicts = await (await fetch(`${baseUrl}/verdicts`)).json();
    expect(verdicts).toEqual({
      totalItems: 1,
      counts: { pass: 1, warn: 0, fail: 0, 'no-data': 0, 'not-applicable': 0 },
      items: [expect.objectContaining({ state: 'pass', value: 280 })],
    });
    const runs = await (await fetch(`${baseUrl}/runs`)).json();
    expect(runs).toEqual({
      totalItems: 1,
      items: [expect.objectContaining({ id: result.run.id, outcome: 'pass' })],
    });
  });
});
