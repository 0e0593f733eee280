import { join } from 'node:path';
import { Page } from 'playwright-core';
import { demoBaseUrl } from '../support/baseUrl';
import { createApi } from '../support/createApi';
import { dropFile } from '../support/dropFile';
import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { expectNoSidewaysScrolling } from '../support/expectNoSidewaysScrolling';
import { repositoryRoot } from '../support/folders';
import { inBrowser } from '../support/inBrowser';
import { signInAs } from '../support/signInAs';
import { waitUntilSettled } from '../support/waitUntilSettled';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

const tab = '/catalog/default/component/checkout/performance';

interface Screen {
  name: string;
  path: string | (() => Promise<string>);
  /** What only shows when the right screen is there and has its data. */
  words: string | RegExp;
  /** What to do before it is there. */
  open?: (page: Page) => Promise<void>;
}

/** The newest run of checkout in production. */
async function runPath() {
  const api = await createApi(demoBaseUrl(), 'platformEngineer');
  const runs = await api(
    '/performance/runs?entityRef=component:default/checkout&environment=production&limit=1',
  );
  const [run] = (await runs.json()).items;
  return `/performance/runs/${run.id}`;
}

/** The published review of checkout. */
async function reviewPath() {
  const api = await createApi(demoBaseUrl(), 'platformEngineer');
  const reviews = await api(
    '/performance/reviews?entityRef=component:default/checkout&status=published&limit=1',
  );
  const [review] = (await reviews.json()).items;
  return `/performance/reviews/${review.id}`;
}

const screens: Screen[] = [
  {
    name: 'findings',
    path: '/performance/findings',
    words: 'Nobody knows who added the chat',
  },
  {
    name: 'details of a finding',
    path: '/performance/findings?q=history',
    words: 'What shows that it is mended',
    open: page => page.getByText(/^The order history reads/).click(),
  },
  {
    name: 'improvement plan',
    path: '/performance/findings?view=plan',
    words: 'Nobody knows who added the chat',
  },
  {
    name: 'reviews',
    path: '/performance/reviews',
    words: 'Storefront before the new picture service',
  },
  {
    name: 'page of a review',
    path: reviewPath,
    words: 'Service performance architecture: Checkout',
  },
  {
    name: 'risks of a review',
    path: async () => `${await reviewPath()}?view=risks`,
    words: 'Retries turn a slow dependency into an outage',
  },
  {
    name: 'analysis of the architecture',
    path: '/performance/analysis',
    words: 'Payments database is a single point of failure',
  },
  {
    name: 'path of a proposed finding',
    path: '/performance/analysis',
    words: 'Show table',
    open: page =>
      page
        .getByText('Payments database is a single point of failure')
        .first()
        .click(),
  },
  {
    name: 'reviews of a service',
    path: `${tab}?view=reviews`,
    words: 'Service performance architecture',
  },
  {
    name: 'findings of a service',
    path: `${tab}?view=findings`,
    words: 'Retries turn a slow dependency into an outage',
  },
  {
    name: 'overview of the organisation',
    path: '/performance?open=domain:default/shop',
    words: 'Worst offenders',
  },
  {
    name: 'scorecards',
    path: '/performance/scorecards',
    words: /average score/,
  },
  {
    name: 'page of a scorecard',
    path: '/performance/scorecards/org/scorecard/service-performance?limit=10',
    words: /To reach Bronze/,
  },
  { name: 'policies', path: '/performance/policies', words: 'API latency' },
  {
    name: 'page of a policy',
    path: '/performance/policies/org/policy/api-latency',
    words: 'May it block?',
  },
  {
    name: 'queue of waivers',
    path: '/performance/waivers',
    words: /^Select all/,
  },
  {
    name: 'details of a waiver',
    path: '/performance/waivers?status=approved',
    words: 'Meanwhile',
    open: page =>
      page
        .getByRole('table', { name: 'Waivers' })
        .getByRole('row', { name: /Fail/ })
        .first()
        .click(),
  },
  {
    name: 'debt in waivers',
    path: '/performance/waivers?view=debt',
    words: 'Days waived so far',
  },
  {
    name: 'disputes',
    path: '/performance/waivers?view=disputes',
    words: /doesn’t get to block/,
  },
  {
    name: 'checks of all services',
    path: '/performance/budgets?ruleKind=check&limit=10',
    words: 'Rows per page',
  },
  {
    name: 'findings of everybody',
    path: '/performance/findings?scope=all',
    words: 'Bound to a verdict',
  },
  {
    name: 'improvement plan',
    path: '/performance/findings?view=plan',
    words: /^Work that isn’t resolved/,
  },
  {
    name: 'form for a new finding',
    path: '/performance/findings',
    words: 'Further entities affected',
    open: page => page.getByRole('button', { name: 'New finding' }).click(),
  },
  {
    name: 'analysis of the catalog',
    path: '/performance/analysis',
    words: 'What it can’t say yet',
  },
  {
    name: 'path of a proposal',
    path: '/performance/analysis?rule=single-point-of-failure',
    words: 'How the rule came to it',
    open: page =>
      page
        .getByRole('button', { name: /is a single point of failure$/ })
        .first()
        .click(),
  },
  {
    name: 'findings of a service',
    path: `${tab}?view=findings`,
    words: /^Proposed by the analysis/,
  },
  {
    name: 'overview of a service',
    path: '/catalog/default/component/checkout',
    words: 'View performance',
  },
  {
    name: 'budgets of a service',
    path: tab,
    words: 'checkout · p95 response time',
  },
  {
    name: 'story of a limit',
    path: tab,
    words: 'Where the limit comes from',
    open: page =>
      page.getByRole('button', { name: /^Limit of checkout · p95/ }).click(),
  },
  {
    name: 'runs of a service',
    path: `${tab}?view=runs&limit=10`,
    words: /Release 2\.14/,
  },
  {
    name: 'definitions of a service',
    path: `${tab}?view=definitions`,
    words: 'Checkout response time',
  },
  {
    name: 'ways to send reports',
    path: `${tab}?view=send`,
    words: /perf-gate upload/,
  },
  {
    name: 'tab of an entity without reports',
    path: '/catalog/default/component/design-kit/performance',
    words: 'Send a first report',
  },
  {
    name: 'dialog to upload',
    path: tab,
    words: '1 fail → pass',
    open: page =>
      dropFile(
        page.getByText('checkout · p95 response time'),
        join(repositoryRoot, 'demo', 'reports', 'checkout-fixed.json'),
      ),
  },
  {
    name: 'budgets of all services',
    path: '/performance/budgets?limit=10',
    words: 'checkout · p95 response time',
  },
  {
    name: 'details of a budget',
    path: '/performance/budgets?domain=domain:default/shop&state=fail',
    words: 'Changes of state',
    open: page =>
      page
        .getByRole('button', {
          name: 'checkout · p95 response time',
          exact: true,
        })
        .click(),
  },
  {
    name: 'SLOs of all services',
    path: '/performance/slos?limit=10',
    words: 'Fast burn',
  },
  {
    name: 'SLOs by domain',
    path: '/performance/slos?groupBy=domain',
    words: 'Least budget',
  },
  {
    name: 'details of a composite SLO with its work',
    path: '/performance/slos?q=basket',
    words: 'Windows and counts',
    open: async page => {
      await page.getByRole('button', { name: 'Basket' }).click();
      await page.getByRole('button', { name: 'Show the work' }).click();
    },
  },
  {
    name: 'frozen SLO of a service',
    path: '/catalog/default/component/orders/performance?view=slos',
    words: 'How the numbers came about',
  },
  {
    name: 'dialog to add maintenance',
    path: '/catalog/default/component/search/performance?view=slos',
    words: 'Announced work doesn’t use up the error budget',
    open: page => page.getByRole('button', { name: 'Add maintenance' }).click(),
  },
  {
    name: 'tab of an entity without SLOs',
    path: '/catalog/default/component/design-kit/performance?view=slos',
    words: 'Set a first service level objective',
  },
  {
    name: 'runs of all services',
    path: '/performance/runs?limit=10',
    words: /Release \d/,
  },
  { name: 'page of a run', path: runPath, words: /POST \/pay explains/ },
  {
    name: 'definitions',
    path: '/performance/definitions?q=checkout',
    words: 'Checkout response time',
  },
  {
    name: 'page of a definition',
    path: '/performance/definitions/org/budget/journey-response-time',
    words: 'Version 1, in force',
  },
  {
    name: 'form for a new definition',
    path: '/performance/definitions/new',
    words: 'Save',
  },
  {
    name: 'sources of definitions',
    path: '/performance/sources',
    words: /services\.yaml/,
  },
];

/** Looks at what the page shows in both themes, wide and narrow. */
async function expectToLookRight(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      await waitUntilSettled(page);
      await expectNoSidewaysScrolling(page);
      await expectNoSeriousAxeViolations(page);
    }
  }
}

async function withoutErrors(test: (page: Page) => Promise<void>) {
  await inBrowser({}, async page => {
    const errors: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') {
        errors.push(message.text());
      }
    });
    await test(page);
    expect(errors).toEqual([]);
  });
}

describe('in light and dark, wide and narrow, without an error', () => {
  it.each(screens)('shows the $name', ({ path, words, open }) =>
    withoutErrors(async page => {
      await signInAs(
        page,
        'platformEngineer',
        typeof path === 'string' ? path : await path(),
      );
      await open?.(page);
      await page.getByText(words).first().waitFor();
      await expectToLookRight(page);
    }),
  );

  it('shows the sign-in page', () =>
    withoutErrors(async page => {
      await page.goto('/');
      await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
      await expectToLookRight(page);
    }));
});
