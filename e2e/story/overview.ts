import { Page } from 'playwright-core';

export async function expectHeadline(page: Page, share: string) {
  await page
    .getByRole('heading', { name: `Tier-1 journeys within budget: ${share}` })
    .waitFor();
}

/** The organisation against its goal, ninety days ago and now, and who brought it there. */
export async function readTheOverview(page: Page) {
  await expectHeadline(page, '19 of 24');
  await page.getByText('was 21 of 22 ninety days ago').waitFor();
  await page.getByRole('link', { name: '3 without evidence' }).waitFor();
  await page
    .getByText(/goal 95 % by/)
    .first()
    .waitFor();
  const mover = page
    .getByRole('table', { name: 'Biggest movers' })
    .getByRole('row')
    .nth(1);
  await mover.getByText('Checkout', { exact: true }).waitFor();
}

/** From a number to the list behind it, and back to the same view. */
export async function followANumber(page: Page) {
  const url = page.url();
  await page.getByRole('link', { name: '3 without evidence' }).click();
  await page.getByText('Goal: Tier-1 journeys within budget').waitFor();
  const rules = page.getByRole('button', { name: /^\S+ · p95 response time$/ });
  await rules.nth(2).waitFor();
  // As many as the number said.
  expect(await rules.allInnerTexts()).toEqual([
    expect.stringMatching(/^book-courier/),
    expect.stringMatching(/^refund/),
    expect.stringMatching(/^recommend/),
  ]);
  await page.goBack();
  await expectHeadline(page, '19 of 24');
  expect(page.url()).toBe(url);
}

/** What goes to the printer is one page, with goal, trend, risks, failures, owners and dates. */
export async function print(page: Page) {
  const printed = page.evaluate(
    () =>
      new Promise<void>(resolve => {
        window.print = () => resolve();
      }),
  );
  await page.getByRole('button', { name: 'Print' }).click();
  await printed;
  await page.emulateMedia({ media: 'print' });
  const risks = page
    .getByLabel('Performance on one page')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Top risks/ }) });
  const [, ...findings] = await risks.getByRole('row').allInnerTexts();
  expect(findings).toHaveLength(5);
  for (const finding of findings) {
    // What, risk, entity, owner, due date, age.
    expect(finding).toMatch(
      /^F-\d+ .+\t(Critical|High)\t\S+\t\S+\t.+\t(today|\d+ days?)$/,
    );
  }
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
}
