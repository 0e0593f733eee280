import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
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
});
