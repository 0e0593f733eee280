import { Page } from 'playwright-core';
import {
  startGithub,
  StandInGithub,
  startJira,
  StandInJira,
} from 'test-issue-trackers';
import { createApi } from '../support/createApi';
import { eventually } from '../support/eventually';
import { expectNoSeriousAxeViolations } from '../support/expectNoSeriousAxeViolations';
import { inBrowser } from '../support/inBrowser';
import { Person } from '../support/people';
import { signInAs } from '../support/signInAs';
import { RunningBackend, startBackend } from '../support/startBackend';
import { waitUntilSettled } from '../support/waitUntilSettled';

describe('issues of findings', () => {
  let github: StandInGithub;
  let jira: StandInJira;
  let backend: RunningBackend;

  beforeAll(async () => {
    github = await startGithub('github-secret');
    jira = await startJira({
      authorization: 'Bearer jira-secret',
      cloud: false,
    });
    backend = await startBackend({
      name: 'issues-backend',
      trackers: { githubUrl: github.url, jiraUrl: jira.url },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await github?.stop();
    await jira?.stop();
  });

  /** Records a finding about what the service owner's team owns. */
  async function record(title: string): Promise<string> {
    const api = await createApi(backend.baseUrl, 'architect');
    let id = '';
    await eventually('checkout in the catalog', async () => {
      const response = await api('/performance/findings', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          entityRef: 'component:default/checkout',
          title,
          description: 'Calls of the bank **wait** for ever.',
          category: 'missing-timeout',
          severity: 'high',
          likelihood: 'high',
        }),
      });
      id = (await response.json()).id;
      return response.status === 201;
    });
    return id;
  }

  function asPerson(
    person: Person,
    id: string,
    test: (page: Page, panel: ReturnType<Page['getByRole']>) => Promise<void>,
  ) {
    return inBrowser({ baseUrl: backend.baseUrl }, async page => {
      await signInAs(page, person, `/performance/findings?finding=${id}`);
      await test(page, page.getByRole('dialog', { name: 'Finding details' }));
    });
  }

  async function confirm(page: Page, title: string, action: string) {
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.getByRole('button', { name: action }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** A page shows what happened elsewhere when it is opened anew. */
  async function becomes(page: Page, id: string, status: string) {
    const api = await createApi(backend.baseUrl, 'architect');
    await eventually(`finding that is ${status}`, async () => {
      const response = await api(`/performance/findings/${id}`);
      return (await response.json()).status === status;
    });
    await page.reload();
  }

  it('makes one in GitHub, and follows who closes it', async () => {
    const id = await record('No timeout towards the bank');
    await asPerson('serviceOwner', id, async (page, panel) => {
      await panel.getByRole('button', { name: 'Make an issue' }).click();
      await confirm(page, 'Have an issue for it', 'Make issue');
      await panel.getByRole('link', { name: 'acme/shop#1' }).waitFor();
      await panel.getByText('In step', { exact: true }).waitFor();
      await waitUntilSettled(page);
      await expectNoSeriousAxeViolations(page);
    });
    const [issue] = github.issues;
    expect(issue.title).toBe(`F-${id}: No timeout towards the bank`);
    expect(issue.body).toContain('Calls of the bank **wait** for ever.');
    const [, address] = /\((http:[^)]+)\)/.exec(issue.body) ?? [];
    expect(address).toBe(
      `${backend.baseUrl}/performance/findings?finding=${id}`,
    );

    Object.assign(issue, { state: 'closed', state_reason: 'completed' });
    await asPerson('architect', id, async (page, panel) => {
      await becomes(page, id, 'resolved');
      await panel.getByText('acme/shop#1 was closed').waitFor();
      await panel.getByRole('button', { name: 'Verify' }).click();
      await confirm(page, 'Verify that it is mended', 'Verify');
      await panel.getByText('Verified').first().waitFor();
      issue.state = 'open';
      await becomes(page, id, 'open');
      await panel.getByText('acme/shop#1 was opened again').waitFor();
    });
  });

  it('says what is wrong with a token, and goes on when it is put right', async () => {
    const id = await record('No limit on retries');
    github.token = 'another';
    await asPerson('serviceOwner', id, async (page, panel) => {
      await panel.getByRole('button', { name: 'Make an issue' }).click();
      await confirm(page, 'Have an issue for it', 'Make issue');
      await panel.getByText(/401: Bad credentials/).waitFor();
      await waitUntilSettled(page);
      await expectNoSeriousAxeViolations(page);
      github.token = 'github-secret';
      await panel.getByRole('button', { name: 'Try again' }).click();
      await panel.getByText('In step', { exact: true }).waitFor();
      await panel.getByRole('button', { name: 'Unlink the issue' }).click();
      await confirm(page, 'Unlink the issue', 'Unlink');
      await panel.getByRole('button', { name: 'Make an issue' }).waitFor();
    });
    expect(github.issues.at(-1)).toMatchObject({
      title: `F-${id}: No limit on retries`,
      state: 'open',
    });
  });

  it('takes one that is in Jira, and closes it with the finding', async () => {
    const id = await record('Journal grows without a limit');
    jira.issues.push({
      key: 'SHOP-1',
      summary: 'Disk is full again',
      description: 'By others',
      labels: [],
      status: 'To Do',
    });
    await asPerson('serviceOwner', id, async (page, panel) => {
      await panel.getByRole('button', { name: 'Make an issue' }).click();
      const dialog = page.getByRole('dialog', { name: 'Have an issue for it' });
      await dialog.getByText('Take one there is').click();
      await dialog.getByLabel('Tracker').selectOption('acme');
      await dialog
        .getByRole('textbox', { name: 'Issue' })
        .fill(`${jira.url}/browse/SHOP-1`);
      await dialog.getByRole('button', { name: 'Link issue' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await panel.getByRole('link', { name: 'SHOP-1' }).waitFor();
      await panel.getByText('In step', { exact: true }).waitFor();
      await panel.getByRole('button', { name: 'Resolve' }).click();
      await confirm(page, 'Say that it is resolved', 'Resolve');
    });
    await eventually(
      'SHOP-1 that is done',
      async () => jira.issues[0].status === 'Done',
    );
    expect(jira.issues[0]).toMatchObject({
      summary: 'Disk is full again',
      description: 'By others',
    });
  });
});
