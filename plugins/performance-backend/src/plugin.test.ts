import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import performanceModulePrometheus from '@perf-governance/plugin-performance-backend-module-prometheus';
import { budget, component, k6Summary } from './__testUtils__/fixtures';
import { performancePlugin } from './plugin';

describe('performancePlugin', () => {
  it('turns a k6 summary into a run and a verdict', async () => {
    const { server } = await startTestBackend({
      features: [
        performancePlugin,
        catalogServiceMock.factory({ entities: [component('checkout')] }),
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    const baseUrl = `http://localhost:${server.port()}/api/performance`;
    const post = async (path: string, body: string) => {
      const response = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return { status: response.status, body: await response.json() };
    };
    const get = async (path: string) =>
      (await fetch(`${baseUrl}${path}`)).json();

    await post(
      '/definitions',
      JSON.stringify({ content: budget('latency', { fail: '<= 300 ms' }) }),
    );
    const uploaded = await post(
      '/reports?entityRef=component:default/checkout&environment=production',
      k6Summary(280),
    );
    expect(uploaded.status).toBe(201);
    expect(await get('/verdicts')).toMatchObject({
      totalItems: 1,
      counts: { pass: 1, fail: 0 },
      items: [{ state: 'pass', value: 280 }],
    });
    expect(await get('/runs')).toMatchObject({
      totalItems: 1,
      items: [{ id: uploaded.body.run.id, outcome: 'pass' }],
    });
  });

  const startWith = (metricSources: JsonObject[]) =>
    startTestBackend({
      features: [
        performancePlugin,
        performanceModulePrometheus,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: { performance: { metricSources } },
        }),
      ],
    });

  it('starts with a metric source whose config is wrong, and shows it', async () => {
    const { server } = await startWith([
      { name: 'main', type: 'prometheus', url: 'http://localhost:9090' },
      { name: 'broken', type: 'prometheus', bearerToken: 'secret' },
    ]);
    const response = await fetch(
      `http://localhost:${server.port()}/api/performance/metric-sources`,
    );
    const text = await response.text();
    expect(JSON.parse(text).items).toMatchObject([
      { name: 'main', state: 'unknown' },
      {
        name: 'broken',
        state: 'unhealthy',
        lastError: {
          message: expect.stringContaining('Missing required config value'),
        },
      },
    ]);
    expect(text).not.toMatch(/secret|9090/);
  });

  it('does not start with a metric source of a type that nobody adds', async () => {
    await expect(
      startWith([{ name: 'main', type: 'graphite' }]),
    ).rejects.toThrow(
      "The metric source 'main' is of the type 'graphite', which no installed backend module adds. Types here: prometheus",
    );
  });
});
