import { Api, createApi } from '../support/createApi';
import { inBrowser } from '../support/inBrowser';
import { navigateWithin } from '../support/navigateWithin';
import { measureInteraction } from '../support/measureInteraction';
import { observeLayoutShift } from '../support/observeLayoutShift';
import { LoadedScript, recordScripts } from '../support/recordScripts';
import { signInAs } from '../support/signInAs';
import { RunningBackend, startBackend } from '../support/startBackend';
import { waitUntilSettled } from '../support/waitUntilSettled';

const tab = '/catalog/default/component/checkout/performance';

/** Layout shift of a list whose columns find their widths; a tenth of what counts as good. */
const COLUMNS_SETTLE = 0.01;

function kilobytes(scripts: LoadedScript[]): number {
  const bytes = scripts.reduce(
    (sum, { gzippedBytes }) => sum + gzippedBytes,
    0,
  );
  return bytes / 1000;
}

describe('the budgets the product sets for itself', () => {
  it('adds at most 120 kB of scripts to an entity page before charts, 250 kB with them', () =>
    inBrowser({}, async page => {
      // A group has the entity page, and nothing of ours.
      await signInAs(
        page,
        'platformEngineer',
        '/catalog/default/group/payments',
      );
      await page
        .getByRole('heading', { name: 'Payments team' })
        .first()
        .waitFor();
      await waitUntilSettled(page);

      const recorded = recordScripts(page);
      await navigateWithin(page, tab);
      await page.getByText('checkout · p95 response time').first().waitFor();
      await waitUntilSettled(page);
      const withoutCharts = await recorded();
      expect(withoutCharts.length).toBeGreaterThan(0);
      expect(kilobytes(withoutCharts)).toBeLessThanOrEqual(120);

      const recordedCharts = recordScripts(page);
      await page.getByText('checkout · p95 response time').first().click();
      await page.getByRole('dialog').waitFor();
      await waitUntilSettled(page);
      await page.keyboard.press('Escape');
      await page
        .getByRole('navigation', { name: 'Performance of this entity' })
        .getByRole('link', { name: 'Runs' })
        .click();
      await page.locator('tbody').getByRole('link').first().click();
      await page.getByText('By endpoint').waitFor();
      await waitUntilSettled(page);
      const charts = await recordedCharts();
      expect(charts.some(({ source }) => source.includes('uplot'))).toBe(true);
      expect(kilobytes([...withoutCharts, ...charts])).toBeLessThanOrEqual(250);
    }));

  it.each([
    ['tab of a service', tab, 'checkout · p95 response time', 0],
    [
      'list of findings',
      '/performance/findings',
      'Nobody knows who added the chat',
      COLUMNS_SETTLE,
    ],
    [
      'list of reviews',
      '/performance/reviews',
      'Storefront before the new picture service',
      COLUMNS_SETTLE,
    ],
  ])(
    'shifts next to nothing when the data of the %s arrives',
    (_, path, words, most) =>
      inBrowser({}, async page => {
        let release = () => {};
        const released = new Promise<void>(resolve => {
          release = resolve;
        });
        await page.route('**/api/performance/**', async route => {
          await released;
          await route.continue();
        });
        await signInAs(page, 'platformEngineer', path);
        await page.locator('.MuiSkeleton-root').first().waitFor();

        const layoutShift = await observeLayoutShift(page);
        release();
        await page.getByText(words).first().waitFor();
        await waitUntilSettled(page);
        expect(await layoutShift()).toBeLessThanOrEqual(most);
      }),
  );
});

const STATISTICS = ['p50', 'p75', 'p90', 'p95', 'p99', 'mean', 'min', 'max'];
const ENDPOINTS = 50;
const MANY = 500;

/** Ten budgets for each of fifty endpoints, of a component that no budget of the demo applies to. */
async function makeManyVerdicts(api: Api) {
  const budgets = [
    ...STATISTICS.map(statistic => ({
      metric: 'http.request.duration',
      statistic,
      limit: '<= 300 ms',
    })),
    { metric: 'http.request.failed', statistic: 'ratio', limit: '<= 1 %' },
    { metric: 'http.request.tls', statistic: 'p95', limit: '<= 100 ms' },
  ];
  for (const [index, { metric, statistic, limit }] of budgets.entries()) {
    const response = await api('/performance/definitions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        content: JSON.stringify({
          apiVersion: 'performance-governance.io/v1',
          kind: 'Budget',
          metadata: { name: `many-${index}`, title: `${metric} ${statistic}` },
          spec: {
            appliesTo: { entity: { 'metadata.name': 'design-kit' } },
            metric,
            statistic,
            per: ['endpoint'],
            environment: 'many',
            limits: { fail: limit },
          },
        }),
      }),
    });
    expect(await response.text()).toContain(`many-${index}`);
  }

  const quantiles = { 0.5: 120, 0.75: 190, 0.9: 260, 0.95: 310, 0.99: 480 };
  const duration = { unit: 'ms', count: 900, min: 20, max: 900, mean: 150 };
  const response = await api('/performance/runs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      entityRef: 'component:default/design-kit',
      environment: 'many',
      tool: 'k6',
      branch: 'main',
      startedAt: new Date().toISOString(),
      series: Array.from({ length: ENDPOINTS }, (_, index) => {
        const labels = { endpoint: `GET /icons/${index}` };
        return [
          {
            metric: 'http.request.duration',
            labels,
            ...duration,
            quantiles,
            quantileMethod: 'reported',
          },
          {
            metric: 'http.request.tls',
            labels,
            ...duration,
            quantiles,
            quantileMethod: 'reported',
          },
          {
            metric: 'http.request.failed',
            labels,
            unit: 'ratio',
            count: 900,
            mean: 0.002,
            quantiles: {},
            quantileMethod: 'reported',
          },
        ];
      }).flat(),
    }),
  });
  expect(await response.text()).toContain('"run"');

  const verdicts = await api(
    '/performance/verdicts?entityRef=component:default/design-kit&environment=many&limit=1',
  );
  expect((await verdicts.json()).totalItems).toBe(MANY);
}

describe('with 500 verdicts', () => {
  let backend: RunningBackend;

  beforeAll(async () => {
    backend = await startBackend({ name: 'many-verdicts-backend' });
  }, 180_000);

  afterAll(async () => {
    await backend?.stop();
  });

  it('answers every click and key within 200 ms', async () => {
    const api = await createApi(backend.baseUrl, 'platformEngineer');
    await makeManyVerdicts(api);

    await inBrowser({ baseUrl: backend.baseUrl }, async page => {
      await signInAs(
        page,
        'platformEngineer',
        '/catalog/default/component/design-kit/performance',
      );
      await page.getByText('GET /icons/').nth(24).waitFor();

      const search = page.getByLabel('Find a journey or endpoint');
      const interactions: Record<string, () => Promise<void>> = {
        'sort by state': () =>
          page.getByRole('button', { name: 'State' }).click(),
        'open a verdict': () => page.getByText('GET /icons/4').first().click(),
        'close it': () => page.keyboard.press('Escape'),
        'type a letter': () => search.press('4'),
      };
      const slow: { name: string; milliseconds: number }[] = [];
      for (const [name, interact] of Object.entries(interactions)) {
        await waitUntilSettled(page);
        const milliseconds = await measureInteraction(page, interact);
        if (milliseconds > 200) {
          slow.push({ name, milliseconds });
        }
      }
      expect(slow).toEqual([]);
    });
  });
});
