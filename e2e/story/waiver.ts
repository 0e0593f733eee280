import { Page } from 'playwright-core';
import { regression } from './checkout';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** As the owner: where my services stand, and what will stop them. */
export async function lookAtMyServices(page: Page) {
  const row = page.getByRole('row', { name: /^Checkout Payments team/ });
  await row.getByText(/^Silver/).waitFor();
  await row.getByText(/Blocks in 9 days/).waitFor();
  await row.getByRole('link', { name: 'Checkout', exact: true }).click();
  await page.getByText(/Blocks in 9 days/).waitFor();
}

/** Asks for an exception of thirty days that ends at 450 ms. */
export async function requestAWaiver(page: Page) {
  await regression(page)
    .getByRole('button', { name: 'checkout · p95 response time', exact: true })
    .click();
  const details = page.getByRole('dialog', { name: 'Budget details' });
  await details.getByRole('button', { name: 'Request waiver' }).click();
  const dialog = page.getByRole('dialog', { name: 'Request a waiver' });
  await dialog
    .getByRole('textbox', { name: 'Reason' })
    .fill('The provider answers slowly since 2.14; its fix comes this month.');
  await dialog.getByRole('textbox', { name: 'Cap' }).fill('450 ms');
  await dialog
    .getByLabel('Until the end of')
    .fill(
      new Date(Date.now() + 30 * DAY_MILLISECONDS).toISOString().slice(0, 10),
    );
  await dialog.getByRole('button', { name: 'Request waiver' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** As the platform engineer: decides on it, in the queue. */
export async function approveIt(page: Page) {
  await page
    .getByRole('checkbox', { name: /^Select checkout · .* of checkout$/ })
    .check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Approve/ });
  await dialog.getByRole('button', { name: /^Approve/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The failure is still one, and says until when it is waived. */
export async function expectItWaived(page: Page) {
  await regression(page)
    .getByText(/waived until .*, fails above 450 ms/)
    .waitFor();
  expect(await regression(page).innerText()).toContain('Fail');
}
