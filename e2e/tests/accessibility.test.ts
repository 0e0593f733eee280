import { demoBaseUrl } from '../support/baseUrl';
import { createApi } from '../support/createApi';
import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { inBrowser } from '../support/inBrowser';
import { signInAs } from '../support/signInAs';
import { waitUntilSettled } from '../support/waitUntilSettled';

const tab = '/catalog/default/component/checkout/performance';

/** Every page of the product, and words that only show when it is the right one and has its data. */
const pages: [name: string, path: string, words: string][] = [
  ['overview of a service', '/catalog/default/component/checkout', 'p95'],
  ['budgets of a service', tab, 'checkout · p95 response time'],
  ['runs of a service', `${tab}?view=runs`, 'Environment'],
  ['definitions of a service', `${tab}?view=definitions`, 'Checkout'],
  ['ways to send reports', `${tab}?view=send`, 'How to send reports'],
  ['budgets of all services', '/performance/budgets', 'p95 response time'],
  ['runs of all services', '/performance/runs', 'Environment'],
  ['definitions', '/performance/definitions', 'Journey response time'],
  [
    'page of a definition',
    '/performance/definitions/org/budget/journey-response-time',
    'Journey response time',
  ],
  ['form for a new definition', '/performance/definitions/new', 'Save'],
  ['sources of definitions', '/performance/sources', 'services.yaml'],
];

describe.each(['light', 'dark'] as const)('accessibility in %s', theme => {
  it.each(pages)('has nothing serious to report on the %s', (_, path, words) =>
    inBrowser({ theme }, async page => {
      await signInAs(page, 'platformEngineer', path);
      await page.getByText(words).first().waitFor();
      await waitUntilSettled(page);
      await expectNoSeriousAxeViolations(page);
    }),
  );

  it('has nothing serious to report on the page of a run', async () => {
    const api = await createApi(demoBaseUrl(), 'platformEngineer');
    const runs = await api(
      '/performance/runs?entityRef=component:default/checkout&limit=1',
    );
    const [run] = (await runs.json()).items;
    await inBrowser({ theme }, async page => {
      await signInAs(page, 'platformEngineer', `/performance/runs/${run.id}`);
      await page.getByText('By endpoint').first().waitFor();
      await waitUntilSettled(page);
      await expectNoSeriousAxeViolations(page);
    });
  });
});
