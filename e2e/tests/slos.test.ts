import { readFile } from 'node:fs/promises';
import { Page } from 'playwright-core';
import { demoBaseUrl } from '../support/baseUrl';
import { createApi } from '../support/createApi';
import { inBrowser } from '../support/inBrowser';
import { signInAs } from '../support/signInAs';
import { waitUntilSettled } from '../support/waitUntilSettled';

const sloTab = (component: string) =>
  `/catalog/default/component/${component}/performance?view=slos`;

/** What a button saves as a file. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** Good and total of all samples since a time. */
function addUp(csv: string, since: number) {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  expect(header).toBe('time,good,total');
  let good = 0;
  let total = 0;
  for (const line of lines) {
    const [time, sampleGood, sampleTotal] = line.split(',');
    if (Date.parse(time) >= since) {
      good += Number(sampleGood);
      total += Number(sampleTotal);
    }
  }
  return { good, total };
}

/** The number under its name, e.g. `Attainment`. */
async function shown(page: Page, term: string): Promise<string> {
  const words = await page
    .getByText(term, { exact: true })
    .locator('xpath=following-sibling::p')
    .innerText();
  return words.split('\n')[0];
}

describe('SLOs', () => {
  it('are listed by how fast they burn, and sorted and filtered by the server', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', '/performance/slos');
      const table = page.getByRole('table', { name: 'SLOs' });
      const rows = table.getByRole('row');
      await rows.nth(1).getByText('Payment gateway').waitFor();
      await rows.nth(1).getByText('Fast burn').waitFor();

      await table.getByRole('button', { name: 'Error budget' }).click();
      await rows.nth(1).getByText('Orders', { exact: true }).waitFor();
      await rows.nth(1).getByText('overspent by 43 %').waitFor();

      await page.getByRole('button', { name: /^\d+ No data$/ }).click();
      await page.waitForURL(url => url.search.includes('no-data'));
      await rows.nth(3).waitFor({ state: 'detached' });
      expect(await table.innerText()).toContain('Too few events to tell');
      expect(await table.innerText()).toContain('Nothing was measured yet');

      // The link shows the same to whoever follows it.
      await page.reload();
      await table.getByText('Too few events to tell').waitFor();
      expect(await rows.count()).toBe(3);
    });
  });

  it('say on the entity’s tab that changes are frozen, since when, and which pass', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', sloTab('orders'));
      await page
        .getByText('Changes are frozen')
        .nth(1)
        .locator('xpath=ancestor::*[@role="alert"]')
        .getByText(
          /The gate lets no change through, but for those labelled security or reliability\./,
        )
        .waitFor();
      expect(await shown(page, 'Error budget')).toBe('overspent by 43 %');
      await page
        .getByRole('figure', { name: /^Error budget of Availability/ })
        .locator('canvas')
        .waitFor();
    });
  });

  it('show their work: what is downloaded adds up to the number shown', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', sloTab('orders'));
      await page.getByRole('button', { name: 'Show the work' }).click();
      const window = page
        .getByRole('table', { name: 'Windows and counts' })
        .getByRole('row')
        .nth(1);
      await window.getByText('Whole window').waitFor();
      const attainment = await shown(page, 'Attainment');

      const work = await download(page, 'Download as CSV');
      const samples = await download(page, 'Samples as CSV');
      const { good, total } = addUp(samples, 0);
      const counted = work.split(/\r?\n/).find(line => /\bwindow\b/.test(line));
      for (const count of [good, total - good, total]) {
        expect(counted?.split(',')).toContain(String(count));
        expect(await window.innerText()).toContain(count.toLocaleString('en'));
      }
      expect(`${Number(((100 * good) / total).toFixed(3))} %`).toBe(attainment);
    });
  });

  it('leave announced maintenance out, and count it again when it is revoked', async () => {
    const budget = async (page: Page) => {
      await waitUntilSettled(page);
      return shown(page, 'Error budget');
    };
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', sloTab('checkout'));
      await page.getByRole('button', { name: 'Quick answers' }).click();
      await page.getByText('The payments database moves').waitFor();
      expect(await budget(page)).toBe('70 % left');

      await page.getByRole('button', { name: 'Add maintenance' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add maintenance' });
      // What spent the budget: an hour and a half, four days before the end of the history.
      const api = await createApi(demoBaseUrl(), 'platformEngineer');
      const slos = await (
        await api(
          '/performance/slos?entityRef=component:default/checkout&q=quick',
        )
      ).json();
      const end = Date.parse(slos.items[0].measuredAt);
      await dialog
        .getByLabel('Start')
        .fill(await localTime(page, end - 97 * 3_600_000));
      await dialog.getByLabel('Hours').fill('1.5');
      await dialog
        .getByRole('textbox', { name: 'Reason' })
        .fill('The cache was warmed up');
      await dialog.getByRole('button', { name: 'Add maintenance' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('93 % left').first().waitFor();

      await page
        .getByRole('button', { name: 'Revoke: The cache was warmed up' })
        .click();
      const revocation = page.getByRole('dialog', {
        name: 'Revoke maintenance',
      });
      await revocation
        .getByRole('textbox', { name: 'Reason' })
        .fill('It was no maintenance');
      await revocation.getByRole('button', { name: 'Revoke' }).click();
      await revocation.waitFor({ state: 'hidden' });
      await page.getByText('70 % left').first().waitFor();
      await page.getByText(/It was no maintenance/).waitFor();
    });
  });

  it('teach how to set a first one', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', sloTab('design-kit'));
      await page.getByText('service: design-kit').waitFor();
      await page.getByText(/perf-gate slo validate/).waitFor();
    });
  });
});

/** A time as the page's own clock has it, for a field of local time. */
function localTime(page: Page, time: number): Promise<string> {
  return page.evaluate(at => {
    const offset = new Date(at).getTimezoneOffset() * 60_000;
    return new Date(at - offset).toISOString().slice(0, 16);
  }, time);
}
