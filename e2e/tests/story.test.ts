import { join } from 'node:path';
import { Page } from 'playwright-core';
import { demoBaseUrl } from '../support/baseUrl';
import { createApi } from '../support/createApi';
import { dropFile } from '../support/dropFile';
import { repositoryRoot } from '../support/folders';
import { inBrowser } from '../support/inBrowser';
import { people } from '../support/people';
import { perfGate } from '../support/perfGate';
import { signInAs } from '../support/signInAs';

const checkout = 'component:default/checkout';
const checkoutTab = '/catalog/default/component/checkout/performance';
const worse = join('demo', 'reports', 'checkout-worse.json');
const fixed = join('demo', 'reports', 'checkout-fixed.json');

/** The token of app-config.yaml that the demo itself is loaded with. */
const token = 'lantern-market-demo-token';

function regression(page: Page) {
  return page.getByRole('row', { name: /checkout · p95 response time/ });
}

/** On the list of all budgets, down to those of the shop's response times. */
async function findTheRegression(page: Page) {
  await page.getByRole('button', { name: 'Domain' }).click();
  await page.getByRole('checkbox', { name: /^shop/i }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Metric' }).click();
  await page.getByRole('checkbox', { name: /^Response time/ }).check();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: 'Remove filter Domain: shop' })
    .waitFor();

  // Worst first, so it is the first of all.
  const first = page.getByRole('row').nth(1);
  await first.getByText('checkout · p95 response time').waitFor();
  // The catalog's titles may come later.
  await first.getByText('Payments team').waitFor();
  const words = await first.innerText();
  expect(words).toContain('Fail');
  expect(words).toContain('412 ms');
  expect(words).toContain('≤ 300 ms');
  expect(words).toContain('release 2.14.0');
}

/** Behind the ⓘ: what each layer asked for, outermost first, and what became of it. */
async function readTheStoryOfTheLimit(page: Page) {
  await regression(page)
    .getByRole('button', { name: /^Limit of checkout/ })
    .click();
  const story = page.getByRole('dialog', { name: /limit.s story/ });
  const layers = await story.getByRole('listitem').allInnerTexts();
  const failLimits = layers.map(layer => {
    const [who] = layer.split(' · ');
    return `${who}: ${/fail .*/.exec(layer)}`;
  });
  expect(failLimits).toEqual([
    'Organisation: fail ≤ 500 ms — overruled by a tighter one',
    'Domain shop: fail ≤ 400 ms — overruled by a tighter one',
    'System checkout: fail ≤ 300 ms — in force',
    'Component checkout: fail ≤ 600 ms — has no effect without a waiver',
  ]);
  await story.getByText(/is exact .*over 1,000 values/).waitFor();
  await page.keyboard.press('Escape');
  await story.waitFor({ state: 'hidden' });
}

/** The run behind it: where its requests went, beside those of the last run that passed. */
async function lookAtTheRun(page: Page) {
  await regression(page).getByRole('link', { name: 'k6 run' }).click();
  await page
    .getByRole('heading', { name: /Fail.*k6 run of Checkout/ })
    .waitFor();
  await page.getByText('Exit code 1').waitFor();
  await page.getByText('2.14.0', { exact: true }).waitFor();
  await page.getByText(/POST \/pay explains \d\d % of the rise/).waitFor();
  await page.getByText(/Noise is ±\d/).waitFor();

  const distribution = page.getByRole('figure', {
    name: /^Distribution of response time.*over its baseline/,
  });
  await distribution.locator('canvas').waitFor();
  await distribution.getByRole('button', { name: 'Show table' }).click();
  for (const run of ['This run', 'Baseline']) {
    await distribution.getByRole('columnheader', { name: run }).waitFor();
  }
}

/** In a terminal: the pipeline's view of the two reports that come with the demo. */
async function askTheGate() {
  const online = [
    ...['--entity', checkout, '--environment', 'production'],
    ...['--url', demoBaseUrl()],
  ];
  const offline = [
    ...['--entity', checkout, '--environment', 'production'],
    '--catalog',
    join('demo', 'catalog', 'checkout', 'catalog-info.yaml'),
    join('demo', 'catalog', 'domains', 'shop', 'catalog-info.yaml'),
    ...['--definitions', join('demo', 'definitions')],
  ];
  const reason =
    /Checkout response time .*journey=checkout.* is 520 ms; the limit is ≤ 300 ms, set by system checkout/;
  for (const judge of [online, offline]) {
    const env = { PERF_GATE_TOKEN: token };
    const refused = await perfGate(['check', worse, ...judge], env);
    expect(refused.stderr).toBe('');
    expect(refused.stdout).toMatch(reason);
    expect(refused.exitCode).toBe(1);

    const accepted = await perfGate(['check', fixed, ...judge], env);
    expect(accepted.stderr).toBe('');
    expect(accepted.stdout).toContain('Gate: exit code 0');
    expect(accepted.exitCode).toBe(0);
  }
}

/** As the owner: drops the repaired report on the tab, sees what it would change, and saves it. */
async function repairIt(page: Page) {
  await regression(page).getByText('412 ms', { exact: true }).waitFor();
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = 'yes';
  });
  await dropFile(regression(page), join(repositoryRoot, fixed));

  const dialog = page.getByRole('dialog', { name: 'Upload a report' });
  await dialog.getByText('1 fail → pass', { exact: true }).waitFor();
  // Nothing is saved yet; the dialog hides what is behind it from roles.
  const behind = page.getByText('412 ms', { exact: true });
  expect(await behind.isVisible()).toBe(true);
  await dialog.getByRole('button', { name: 'Save' }).click();

  await regression(page).getByText('240 ms', { exact: true }).waitFor();
  expect(await regression(page).innerText()).toContain('Pass');
  expect(await page.evaluate(() => document.body.dataset.loadedOnce)).toBe(
    'yes',
  );
}

describe('the story of checkout', () => {
  /** Brings the demo back to where the story began, for the tests that come after. */
  afterAll(async () => {
    const api = await createApi(demoBaseUrl(), 'platformEngineer');
    const { items } = await (
      await api(`/performance/runs?entityRef=${checkout}&limit=5`)
    ).json();
    for (const { id, createdBy } of items) {
      if (createdBy === people.serviceOwner.userEntityRef) {
        await api(`/performance/runs/${id}`, { method: 'DELETE' });
      }
    }
  });

  it('leads from a regression to its cause, is stopped by the gate, and ends with a repair', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', '/performance');
      await findTheRegression(page);
      await readTheStoryOfTheLimit(page);
      await lookAtTheRun(page);
    });
    await askTheGate();
    await inBrowser({}, async page => {
      await signInAs(page, 'serviceOwner', checkoutTab);
      await repairIt(page);
    });
  });
});
