import { Page } from 'playwright-core';
import { demoBaseUrl } from '../support/baseUrl';
import { Api, createApi } from '../support/createApi';
import { eventually } from '../support/eventually';
import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { expectNoSidewaysScrolling } from '../support/expectNoSidewaysScrolling';
import { inBrowser } from '../support/inBrowser';
import { Person } from '../support/people';
import { signInAs } from '../support/signInAs';
import { waitUntilSettled } from '../support/waitUntilSettled';

const PHONE = { width: 375, height: 812 };

const cycles = 'Can a request come back to this service by way of others?';
const deadlines = 'Does every outgoing call have a deadline?';
const risk = 'Calls without a deadline';

function send(api: Api, method: string, path: string, body: unknown) {
  return api(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** As the architect: begins a review of pricing and appoints its owner. Returns its path. */
async function begin(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'New review' }).click();
  const dialog = page.getByRole('dialog', { name: 'New review' });
  await dialog.getByLabel('Review of').fill('pricing');
  await page.getByRole('option', { name: 'Pricing component pricing' }).click();
  await dialog
    .getByRole('radio', { name: /^Service performance architecture/ })
    .check();
  await dialog.getByLabel('Reviewers').fill('Olivia');
  await page.getByRole('option', { name: /^Olivia Reyes/ }).click();
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/performance\/reviews\/\d+/);
  return new URL(page.url()).pathname;
}

/** As the owner, on a phone: answers two questions by hand. */
async function answer(page: Page, review: string) {
  await page.goto(`${review}?view=questions&question=cycles`);
  await page.getByRole('heading', { name: cycles }).waitFor();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('heading', { name: deadlines }).waitFor();
  await page.getByRole('radio', { name: 'Some of them' }).check();
  await page.getByText('This answer raises a risk').waitFor();
  await page.getByText(risk).first().waitFor();
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
  await waitUntilSettled(page);
  await expectNoSidewaysScrolling(page);
  await expectNoSeriousAxeViolations(page);
}

/** Answers the rest as the pages would, without clicking through all of it. */
async function answerTheRest(api: Api, review: string) {
  const detail = await (await api(review)).json();
  for (const area of detail.templateSpec.areas) {
    for (const { name, required } of area.questions) {
      const isAnswered = detail.answers.some(
        (given: { question: string }) => given.question === name,
      );
      if (required && !isAnswered) {
        const response = await send(api, 'PUT', `${review}/answers/${name}`, {
          version: 0,
          answer: { notApplicable: 'It is looked at with checkout.' },
        });
        expect(response.status).toBe(200);
      }
    }
  }
}

/** Puts a review or a finding a step further, with what the dialog offers. */
async function confirm(page: Page, title: string, action: string) {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: action }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** As the architect: publishes it and makes a finding of what it raised. Returns the finding's id. */
async function publish(page: Page, review: string): Promise<string> {
  await page.goto(review);
  await page.getByRole('button', { name: 'Publish' }).click();
  await confirm(page, 'Publish the review', 'Publish');
  await page.goto(`${review}?view=risks`);
  await page.getByRole('button', { name: 'Make a finding' }).click();
  await confirm(page, 'Make a finding', 'Make finding');
  const link = page.getByRole('link', { name: /^Finding F-\d+$/ });
  return /F-(\d+)/.exec(await link.innerText())![1];
}

const findingPath = (id: string) => `/performance/findings?finding=${id}`;

function details(page: Page) {
  return page.getByRole('dialog', { name: 'Finding details' });
}

/** What somebody finds by Backstage's search. */
async function search(person: Person, term: string): Promise<string> {
  const api = await createApi(demoBaseUrl(), person);
  const response = await api(
    `/search/query?term=${encodeURIComponent(
      term,
    )}&types[0]=performance-finding`,
  );
  expect(response.status).toBe(200);
  return JSON.stringify((await response.json()).results);
}

describe('a review', () => {
  let reviewId: string | undefined;
  let findingId: string | undefined;

  /** Leaves the demo's numbers as they were, for the tests that come after. */
  afterAll(async () => {
    const api = await createApi(demoBaseUrl(), 'platformEngineer');
    const version = async (path: string) =>
      (await (await api(path)).json()).version;
    if (reviewId) {
      const path = `/performance/reviews/${reviewId}`;
      await send(api, 'POST', `${path}/status`, {
        version: await version(path),
        status: 'archived',
      });
    }
    if (findingId) {
      const path = `/performance/findings/${findingId}`;
      for (const status of ['open', 'invalid']) {
        await send(api, 'POST', `${path}/status`, {
          version: await version(path),
          status,
          note: 'The test is over.',
        });
      }
    }
  });

  it('goes from a draft to a finding that another person verifies', async () => {
    let review = '';
    await inBrowser({}, async page => {
      await signInAs(page, 'architect', '/performance/reviews');
      review = await begin(page);
      reviewId = review.split('/').at(-1);
    });
    await inBrowser({}, async page => {
      await page.setViewportSize(PHONE);
      await signInAs(page, 'serviceOwner', '/performance/reviews?mine=true');
      await answer(page, review);
      const api = await createApi(demoBaseUrl(), 'serviceOwner');
      await answerTheRest(api, review);
      await page.goto(review);
      await page.getByRole('button', { name: 'Hand in' }).click();
      await confirm(page, 'Hand the review in', 'Hand in');
      // Publishing is the architect's.
      await page.getByText('In review').first().waitFor();
      expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(
        0,
      );
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'architect', review);
      findingId = await publish(page, review);
    });
    const finding = findingPath(findingId!);
    await inBrowser({}, async page => {
      await signInAs(page, 'serviceOwner', finding);
      await details(page).getByRole('button', { name: 'Resolve' }).click();
      await confirm(page, 'Say that it is resolved', 'Resolve');
      await details(page).getByText('Resolved').first().waitFor();
      expect(
        await details(page).getByRole('button', { name: 'Verify' }).count(),
      ).toBe(0);
      const api = await createApi(demoBaseUrl(), 'serviceOwner');
      const path = `/performance/findings/${findingId}`;
      const { version } = await (await api(path)).json();
      const refused = await send(api, 'POST', `${path}/status`, {
        version,
        status: 'verified',
      });
      expect(refused.status).toBe(403);
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'architect', finding);
      await details(page).getByRole('button', { name: 'Verify' }).click();
      await confirm(page, 'Verify that it is mended', 'Verify');
      await details(page).getByText('Verified').first().waitFor();
    });
  });
});

describe('search', () => {
  const confidential = 'The model is read from the data lake on every start';

  it('finds findings for who may see them, and for nobody else', async () => {
    await eventually('finding in the search', async () =>
      (await search('platformEngineer', confidential)).includes(confidential),
    );
    expect(await search('serviceOwner', confidential)).not.toContain(
      confidential,
    );
    const open = 'Ledger writes wait for a whole batch';
    expect(await search('serviceOwner', open)).toContain(open);
  });
});
