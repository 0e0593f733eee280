import { join } from 'node:path';
import { Page } from 'playwright-core';
import { dropFile } from '../support/dropFile';
import { repositoryRoot } from '../support/folders';
import { fixed, regression } from './checkout';

/** As the owner: drops the repaired report on the tab, sees what it would change, and saves it. */
export async function repairIt(page: Page) {
  await regression(page).getByText('412 ms', { exact: true }).waitFor();
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = 'yes';
  });
  await page.getByText(/^Silver/).waitFor();
  await dropFile(regression(page), join(repositoryRoot, fixed));

  const dialog = page.getByRole('dialog', { name: 'Upload a report' });
  await dialog.getByText(/^1 fail → pass/).waitFor();
  // Nothing is saved yet; the dialog hides what is behind it from roles.
  const behind = page.getByText('412 ms', { exact: true });
  expect(await behind.isVisible()).toBe(true);
  await dialog.getByRole('button', { name: 'Save' }).click();

  await regression(page).getByText('240 ms', { exact: true }).waitFor();
  expect(await regression(page).innerText()).toContain('Pass');
  await page.getByText(/^Gold/).waitFor();
  expect(await page.evaluate(() => document.body.dataset.loadedOnce)).toBe(
    'yes',
  );
}
