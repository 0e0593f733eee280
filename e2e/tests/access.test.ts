import { Page } from 'playwright-core';
import { demoBaseUrl } from '../support/baseUrl';
import { Api, createApi, createTokenApi } from '../support/createApi';
import { inBrowser } from '../support/inBrowser';
import { Person } from '../support/people';
import { signInAs } from '../support/signInAs';
import { waitUntilSettled } from '../support/waitUntilSettled';

/** What only the Risk and the Platform team may see, as the demo's policy says. */
const confidential = 'component:default/fraud-scoring';
const confidentialTab = '/catalog/default/component/fraud-scoring/performance';

/** What everybody may see, and only the Discovery and the Platform team may change. */
const foreign = 'component:default/search';
const foreignTab = '/catalog/default/component/search/performance';

/** A run that hasn't been uploaded yet. */
function newRun(entityRef: string) {
  return {
    entityRef,
    environment: 'production',
    branch: 'main',
    tool: 'k6',
    startedAt: new Date().toISOString(),
    series: [
      {
        metric: 'http.request.duration',
        unit: 'ms',
        labels: {},
        count: 1000,
        mean: 9000,
        quantiles: { 0.95: 9000 },
        quantileMethod: 'reported',
      },
    ],
  };
}

const looseBudget = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'Budget',
  metadata: { name: 'as-slow-as-you-like' },
  spec: {
    metric: 'http.request.duration',
    statistic: 'p95',
    limits: { fail: '<= 1 h' },
  },
});

function send(api: Api, method: string, path: string, body?: unknown) {
  return api(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Everything that there is to see of an entity. */
async function everythingOf(api: Api, entityRef: string) {
  const get = async (path: string) => (await api(path)).json();
  const of = `entityRef=${entityRef}&limit=500`;
  const { items: runs } = await get(`/performance/runs?${of}`);
  const { items: verdicts } = await get(`/performance/verdicts?${of}`);
  return { runs, verdicts };
}

describe.each<[string, number, () => Promise<Api>]>([
  // May read what isn't confidential, and so is told that it's the right to change it that lacks.
  [
    'a user of another team',
    403,
    () => createApi(demoBaseUrl(), 'serviceOwner'),
  ],
  // As e2e/app-config.yaml has it: may read nothing but what the team owns.
  [
    'a token of another team',
    404,
    async () => createTokenApi(demoBaseUrl(), 'delivery-team-token'),
  ],
])('%s', (_, refusedForeign, createStranger) => {
  let platform: Api;
  let stranger: Api;
  let runId: string;
  let verdictId: string;

  beforeAll(async () => {
    platform = await createApi(demoBaseUrl(), 'platformEngineer');
    stranger = await createStranger();
    const { runs, verdicts } = await everythingOf(platform, confidential);
    runId = runs[0].id;
    verdictId = verdicts[0].id;
  });

  it('gets nothing of a confidential service in lists', async () => {
    expect(await everythingOf(stranger, confidential)).toEqual({
      runs: [],
      verdicts: [],
    });
    for (const list of ['runs', 'verdicts']) {
      const response = await stranger(`/performance/${list}?limit=500`);
      const { items, totalItems } = await response.json();
      expect(totalItems).toBeGreaterThan(0);
      expect(JSON.stringify(items)).not.toContain(confidential);
    }
    const facets = await (await stranger('/performance/facets')).json();
    const owners = facets.owners.map(({ value }: { value: string }) => value);
    expect(owners).not.toContain('group:default/risk');
  });

  it.each([
    '/performance/runs/:runId',
    '/performance/runs/:runId/series',
    '/performance/runs/:runId/verdicts',
    '/performance/runs/:runId/gate',
    '/performance/runs/:runId/comparison',
    '/performance/verdicts/:verdictId',
    '/performance/entities/component/default/fraud-scoring',
    '/performance/entities/component/default/fraud-scoring/definitions',
  ])('finds nothing of a confidential service at %s', async template => {
    const path = template
      .replace(':runId', runId)
      .replace(':verdictId', verdictId);
    expect((await platform(path)).status).toBe(200);
    expect((await stranger(path)).status).toBe(404);
  });

  it.each([
    [confidential, 404],
    [foreign, refusedForeign],
  ])('changes nothing of %s', async (entityRef, refused) => {
    const before = await everythingOf(platform, entityRef);
    const run = `/performance/runs/${before.runs[0].id}`;
    const query = `entityRef=${entityRef}&environment=production`;
    const answers = [
      await send(stranger, 'POST', '/performance/runs', newRun(entityRef)),
      await send(stranger, 'POST', `/performance/reports?${query}`, {}),
      await send(stranger, 'PUT', `${run}/invalidation`, { reason: 'envy' }),
      await send(stranger, 'DELETE', run),
      await send(stranger, 'POST', '/performance/definitions', {
        content: looseBudget,
        entityRef,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(
      answers.map(() => refused),
    );
    expect(await everythingOf(platform, entityRef)).toEqual(before);
  });
});

/** The number of buttons to send reports with, and of verdicts, once the page has loaded. */
async function offered(page: Page) {
  await waitUntilSettled(page);
  return {
    uploads: await page.getByRole('button', { name: 'Upload report' }).count(),
    verdicts: await page.getByText(/p95 response time/).count(),
  };
}

describe('in the browser', () => {
  it.each<[Person, RegExp]>([
    ['platformEngineer', /^fraud.scoring$/i],
    ['serviceOwner', /No budget matches these filters/],
  ])('answers the %s who looks for a confidential service', (person, words) =>
    inBrowser({}, async page => {
      await signInAs(page, person, '/performance/budgets?q=fraud+scoring');
      await page.getByText(words).first().waitFor();
    }),
  );

  it('shows a stranger nothing on the tab of a confidential service', () =>
    inBrowser({}, async page => {
      const answer = page.waitForResponse(
        /api\/performance\/entities\/component\/default\/fraud-scoring$/,
      );
      await signInAs(page, 'serviceOwner', confidentialTab);
      expect((await answer).status()).toBe(404);
      expect(await offered(page)).toEqual({ uploads: 0, verdicts: 0 });
    }));

  it('offers a stranger nothing that changes what everybody may see', () =>
    inBrowser({}, async page => {
      await signInAs(page, 'serviceOwner', foreignTab);
      await page.getByText('search · p95 response time').first().waitFor();
      expect((await offered(page)).uploads).toBe(0);
    }));
});
