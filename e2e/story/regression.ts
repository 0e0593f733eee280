import { Page } from 'playwright-core';
import { regression } from './checkout';

/** From the heat map to the list behind one of its cells, and to the worst of it. */
export async function findTheRegression(page: Page) {
  await page
    .getByRole('link', { name: /^Shop, API latency: 81 % 17\/21/ })
    .click();
  await page
    .getByRole('button', { name: 'Remove filter Domain: Shop' })
    .waitFor();

  // Worst first, so it is the first of all.
  const first = page.locator('tbody').getByRole('row').first();
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
export async function readTheStoryOfTheLimit(page: Page) {
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
export async function lookAtTheRun(page: Page) {
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
