import { createApi } from '../support/createApi';
import { eventually } from '../support/eventually';
import { inBrowser } from '../support/inBrowser';
import { signInAs } from '../support/signInAs';
import { RunningBackend, startBackend } from '../support/startBackend';

// What `k6 run --summary-export` of k6 0.49 writes, less the metrics that don't matter here.
const k6Summary = {
  root_group: { name: '', path: '', id: 'd41d8cd98f00b204e9800998ecf8427e' },
  metrics: {
    http_reqs: { count: 1200, rate: 20 },
    http_req_failed: { passes: 0, fails: 1200, value: 0 },
    http_req_duration: {
      avg: 140.2,
      min: 61.5,
      med: 128.4,
      max: 912.7,
      'p(90)': 231.9,
      'p(95)': 271.3,
    },
  },
};

describe('a backend on PostgreSQL', () => {
  let backend: RunningBackend;

  beforeAll(async () => {
    backend = await startBackend({
      name: 'postgres-backend',
      postgresPrefix: 'upload_',
    });
  }, 180_000);

  afterAll(async () => {
    await backend?.stop();
  });

  it('judges a report by the budgets of the organisation', async () => {
    const api = await createApi(backend.baseUrl, 'platformEngineer');
    await eventually('budget for the service', async () => {
      const response = await api(
        '/performance/entities/component/default/checkout/definitions',
      );
      return (await response.text()).includes('org/budget/slowest-requests');
    });

    const query = new URLSearchParams({
      entityRef: 'component:default/checkout',
      environment: 'production',
      commit: '5f2c9e1',
      branch: 'main',
    });
    const upload = await api(`/performance/reports?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(k6Summary),
    });
    expect(upload.status).toBe(201);

    await inBrowser({ baseUrl: backend.baseUrl }, async page => {
      await signInAs(
        page,
        'serviceOwner',
        '/catalog/default/component/checkout/performance',
      );
      const failedRequests = page.getByRole('row', { name: /Failed requests/ });
      await failedRequests.getByText('Pass').waitFor();
      // The summary holds no 99th percentile, and none may be made up.
      const slowest = page.getByRole('row', { name: /p99 response time/ });
      await slowest.getByText('No data').first().waitFor();

      await page
        .getByRole('navigation', { name: 'Performance of this entity' })
        .getByRole('link', { name: 'Runs' })
        .click();
      await page
        .getByRole('row', { name: /k6/ })
        .getByText('5f2c9e1')
        .waitFor();
    });
  });
});
