import { Page } from 'playwright-core';

const finding = 'Ledger writes wait for a whole batch since release 2.14';

/** As the architect: one green day of what it is bound to proposes to close a finding; a person does. */
export async function verifyTheFinding(page: Page) {
  const row = page.getByRole('row', { name: new RegExp(finding) });
  await row.getByText(/Closure proposed: 1 day green/).waitFor();
  await row.getByText(finding).click();
  const details = page.getByRole('dialog', { name: 'Finding details' });
  await details.getByText('Closure proposed', { exact: true }).waitFor();
  await details.getByRole('button', { name: 'Verify' }).click();
  const dialog = page.getByRole('dialog', { name: 'Verify that it is mended' });
  await dialog.getByRole('button', { name: 'Verify' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await details.getByText('Verified').first().waitFor();
}

/** What the analysis proposes about the database that everything hangs on, with the path drawn. */
export async function openTheSinglePoint(page: Page) {
  await page
    .getByText('Payments database is a single point of failure')
    .first()
    .click();
  const details = page.getByRole('dialog', { name: 'Proposal details' });
  const graph = details.getByRole('figure');
  await graph.getByText('Payments database').first().waitFor();
  await graph.getByText('Checkout', { exact: true }).first().waitFor();
}
