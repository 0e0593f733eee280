import { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  startGithub,
  StandInGithub,
  startJira,
  StandInJira,
} from 'test-issue-trackers';
import { IssueTracker } from './IssueTracker';
import { readIssueTrackers } from './readIssueTrackers';

const CONTENT = { title: 'No timeout', body: '**Calls** wait for ever' };
const NOW = new Date('2026-03-01T12:00:00Z');
const LONG_AGO = new Date('2020-01-01');

function trackerOf(data: JsonObject, name: string): IssueTracker {
  const { trackers } = readIssueTrackers(
    mockServices.rootConfig({ data }),
    () => NOW,
  );
  const tracker = trackers.get(name);
  if (!tracker) {
    throw new Error(`No ${name} among ${[...trackers.keys()]}`);
  }
  return tracker;
}

function entityWith(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', annotations },
  };
}

describe('GitHub', () => {
  let github: StandInGithub;
  let tracker: IssueTracker;

  beforeEach(async () => {
    github = await startGithub('secret');
    tracker = trackerOf(
      {
        integrations: {
          github: [
            {
              host: 'github.example',
              apiBaseUrl: github.url,
              token: 'secret',
            },
          ],
        },
      },
      'github.example',
    );
  });

  afterEach(() => github.stop());

  it('creates, reads, changes, closes and reopens an issue', async () => {
    const created = await tracker.create('acme/shop', CONTENT, 'finding-1');
    expect(created).toEqual({
      key: 'acme/shop#1',
      url: 'https://github.example/acme/shop/issues/1',
      closed: false,
    });
    expect(github.issues[0].title).toBe('No timeout');
    expect(github.issues[0].body).toContain('**Calls** wait for ever');

    const closed = await tracker.save('acme/shop#1', {
      content: { title: 'Timeout', body: 'Better', marker: 'finding-1' },
      closed: true,
    });
    expect(closed.closed).toBe(true);
    expect(github.issues[0]).toMatchObject({
      title: 'Timeout',
      state: 'closed',
    });
    expect(await tracker.get('acme/shop#1')).toEqual(closed);
    expect(await tracker.save('acme/shop#1', { closed: false })).toEqual(
      created,
    );
  });

  it('finds an issue whose creation had no answer', async () => {
    github.dropNextAnswer();
    await expect(
      tracker.create('acme/shop', CONTENT, 'finding-1'),
    ).rejects.toMatchObject({ passing: true });
    await tracker.create('acme/shop', CONTENT, 'finding-10');
    expect(
      await tracker.find('acme/shop', 'finding-1', LONG_AGO),
    ).toMatchObject({ key: 'acme/shop#1' });
    expect(
      await tracker.find('acme/shop', 'finding-2', LONG_AGO),
    ).toBeUndefined();
  });

  it('says why something is refused, and whether to come back', async () => {
    await expect(
      tracker.create('acme/other', CONTENT, 'finding-1'),
    ).rejects.toMatchObject({
      message: expect.stringContaining('has no acme/other'),
      passing: false,
    });
    github.failNext(503);
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      message: expect.stringContaining('503: not now'),
      passing: true,
    });
    github.failNext(403, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1772370000',
    });
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      passing: true,
      retryAt: new Date('2026-03-01T13:00:00Z'),
    });
    github.failNext(429, { 'retry-after': '90' });
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      passing: true,
      retryAt: new Date('2026-03-01T12:01:30Z'),
    });
    github.failNext(403);
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      passing: false,
    });
    expect(await tracker.get('acme/shop#77')).toBeUndefined();
    await expect(tracker.get('../../user#1')).rejects.toThrow("isn't an issue");
    await github.stop();
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      message: expect.stringContaining("can't be reached"),
      passing: true,
    });
    github = await startGithub('secret');
  });

  it('waits where it asked too often, though nothing says for how long', async () => {
    github.failNext(
      403,
      {},
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    );
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      passing: true,
      retryAt: new Date('2026-03-01T12:01:00Z'),
    });
  });

  it('follows a repository that was renamed, and tells its new name', async () => {
    await tracker.create('acme/shop', CONTENT, 'finding-1');
    github.renamed.set('acme/store', 'acme/shop');
    expect(await tracker.get('acme/store#1')).toMatchObject({
      key: 'acme/shop#1',
      closed: false,
    });
    expect(await tracker.save('acme/store#1', { closed: true })).toMatchObject({
      key: 'acme/shop#1',
      closed: true,
    });
    expect(
      await tracker.create('acme/store', CONTENT, 'finding-2'),
    ).toMatchObject({ key: 'acme/shop#2' });
  });

  it('takes its credentials to no other host', async () => {
    const other = await startGithub('secret');
    for (const status of [301, 307]) {
      github.failNext(status, {
        location: `${other.url}/repositories/1/issues/1`,
      });
      await expect(tracker.get('acme/shop#1')).rejects.toThrow(
        'sends to another host',
      );
    }
    expect(other.requests).toEqual([]);
    await other.stop();
  });

  it('tells an issue that is gone from a repository that it can’t see', async () => {
    expect(await tracker.get('acme/shop#1')).toBeUndefined();
    github.repositories.delete('acme/shop');
    await expect(tracker.get('acme/shop#1')).rejects.toThrow(
      "github.example has no acme/shop, or its credentials don't reach it",
    );
    await expect(
      tracker.find('acme/shop', 'finding-1', LONG_AGO),
    ).rejects.toThrow('has no acme/shop');
  });

  it('says that its token is no longer accepted', async () => {
    github.token = 'another';
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      message: expect.stringMatching(
        /401: Bad credentials; its token in the configuration isn.t accepted/,
      ),
      passing: false,
    });
  });

  it('leaves pull requests alone', async () => {
    await tracker.create('acme/shop', CONTENT, 'finding-1');
    github.issues[0].pull_request = {};
    await expect(tracker.get('acme/shop#1')).rejects.toMatchObject({
      message: 'acme/shop#1 is a pull request',
      passing: false,
    });
  });

  it('tells what was done from what was dropped', async () => {
    await tracker.create('acme/shop', CONTENT, 'finding-1');
    await tracker.save('acme/shop#1', { closed: true });
    expect(github.issues[0].state_reason).toBe('completed');
    expect((await tracker.get('acme/shop#1'))?.reason).toBeUndefined();
    await tracker.save('acme/shop#1', { closed: false });
    await tracker.save('acme/shop#1', { closed: true, isDropped: true });
    expect(github.issues[0].state_reason).toBe('not_planned');
    expect((await tracker.get('acme/shop#1'))?.reason).toBe('not planned');
  });

  it.each([
    ['acme/shop#12', { project: 'acme/shop', key: 'acme/shop#12' }],
    [
      'https://github.example/acme/shop/issues/12#issuecomment-1',
      { project: 'acme/shop', key: 'acme/shop#12' },
    ],
    ['https://github.example/acme/shop/pull/12', undefined],
    ['https://elsewhere.example/acme/shop/issues/12', undefined],
    ['12', undefined],
  ])('reads the issue %s', (text, expected) => {
    expect(tracker.readKey(text)).toEqual(expected);
  });

  it.each([
    ['its own repository', {}, 'acme/shop'],
    [
      'one on this host',
      {
        'backstage.io/source-location': 'url:https://github.example/acme/shop',
      },
      'acme/shop',
    ],
    [
      'one on another host',
      { 'backstage.io/source-location': 'url:https://github.com/acme/shop' },
      undefined,
    ],
  ])('knows the repository of an entity with %s', (_, more, expected) => {
    expect(
      tracker.projectOf(
        entityWith({ 'github.com/project-slug': 'acme/shop', ...more }),
      ),
    ).toBe(expected);
  });

  it('knows no repository where none is named, or nonsense', () => {
    expect(tracker.projectOf(entityWith({}))).toBeUndefined();
    expect(
      tracker.projectOf(
        entityWith({ 'github.com/project-slug': '../../orgs/acme' }),
      ),
    ).toBeUndefined();
  });
});

describe.each([
  ['Jira Cloud', true, { email: 'bot@acme.example' }],
  ['Jira Data Center', false, {}],
])('%s', (_, cloud, account) => {
  let jira: StandInJira;
  let tracker: IssueTracker;

  beforeEach(async () => {
    jira = await startJira({
      cloud,
      // RFC 7617: base64 of bot@acme.example:secret.
      authorization: cloud
        ? 'Basic Ym90QGFjbWUuZXhhbXBsZTpzZWNyZXQ='
        : 'Bearer secret',
    });
    tracker = trackerOf(
      {
        performance: {
          issues: {
            jira: [
              {
                name: 'acme',
                url: `${jira.url}/`,
                token: 'secret',
                cloud,
                ...account,
              },
            ],
          },
        },
      },
      'acme',
    );
  });

  afterEach(() => jira.stop());

  it('creates, reads, changes, closes and reopens an issue', async () => {
    const created = await tracker.create(
      'SHOP',
      { ...CONTENT, title: 'No\ntimeout' },
      'finding-1',
    );
    expect(created).toEqual({
      key: 'SHOP-1',
      url: `${jira.url}/browse/SHOP-1`,
      closed: false,
    });
    expect(jira.issues[0]).toMatchObject({
      summary: 'No timeout',
      labels: ['finding-1'],
    });
    const closed = await tracker.save('SHOP-1', {
      content: { title: 'Timeout', body: 'Better', marker: 'finding-1' },
      closed: true,
    });
    expect(closed.closed).toBe(true);
    expect(jira.issues[0]).toMatchObject({
      summary: 'Timeout',
      description: 'Better',
      labels: ['finding-1'],
      status: 'Done',
    });
    expect(await tracker.get('SHOP-1')).toEqual(closed);
    expect(await tracker.save('SHOP-1', { closed: false })).toEqual(created);
    expect(jira.issues[0].status).toBe('Doing');
  });

  it('finds an issue whose creation had no answer', async () => {
    jira.dropNextAnswer();
    await expect(
      tracker.create('SHOP', CONTENT, 'finding-1'),
    ).rejects.toMatchObject({ passing: true });
    expect(await tracker.find('SHOP', 'finding-1', LONG_AGO)).toMatchObject({
      key: 'SHOP-1',
    });
    expect(await tracker.find('SHOP', 'finding-2', LONG_AGO)).toBeUndefined();
  });

  it('says why something is refused', async () => {
    await expect(
      tracker.create('OTHER', CONTENT, 'finding-1'),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        '400: project: valid project is required',
      ),
      passing: false,
    });
    await expect(tracker.create('other', CONTENT, 'finding-1')).rejects.toThrow(
      "isn't the key of a Jira project",
    );
    await expect(tracker.get('SHOP-1/../../user')).rejects.toThrow(
      "isn't an issue",
    );
    expect(await tracker.get('SHOP-9')).toBeUndefined();
  });

  it('says that its token is no longer accepted, in place of that an issue is gone', async () => {
    await tracker.create('SHOP', CONTENT, 'finding-1');
    jira.authorization = 'another';
    for (const request of [
      () => tracker.get('SHOP-1'),
      () => tracker.create('SHOP', CONTENT, 'finding-2'),
      () => tracker.find('SHOP', 'finding-2', LONG_AGO),
    ]) {
      await expect(request()).rejects.toMatchObject({
        message: expect.stringMatching(/its token in the configuration isn.t/),
        passing: false,
      });
    }
  });

  it('tells an issue that is gone from a project that it can’t see', async () => {
    await expect(tracker.get('OTHER-1')).rejects.toThrow('acme has no OTHER');
  });

  it('writes in its markup, and no longer than it may be', async () => {
    await tracker.create(
      'SHOP',
      { title: 'T'.repeat(300), body: `## Why\n\n${'x'.repeat(40_000)}` },
      'finding-1',
    );
    const [{ summary, description }] = jira.issues;
    expect(summary).toHaveLength(255);
    expect(description).toHaveLength(32_767);
    expect(description).toMatch(/^h2\. Why\n\nx/);
  });

  it('reads the issue that somebody names', () => {
    const expected = { project: 'SHOP', key: 'SHOP-12' };
    expect(tracker.readKey('SHOP-12')).toEqual(expected);
    expect(tracker.readKey('shop-12')).toEqual(expected);
    expect(tracker.readKey(`${jira.url}/browse/SHOP-12?x=1`)).toEqual(expected);
    expect(tracker.readKey('https://elsewhere.example/browse/SHOP-12')).toBe(
      undefined,
    );
  });

  it('knows the project of an entity', () => {
    expect(tracker.projectOf(entityWith({ 'jira/project-key': 'SHOP' }))).toBe(
      'SHOP',
    );
    expect(
      tracker.projectOf(entityWith({ 'jira/project-key': 'SHOP" or x' })),
    ).toBeUndefined();
  });
});

it('makes no second issue where it searches at the wrong address', async () => {
  const jira = await startJira({ cloud: true, authorization: 'Bearer secret' });
  const tracker = trackerOf(
    {
      performance: {
        issues: {
          jira: [
            { name: 'acme', url: jira.url, token: 'secret', cloud: false },
          ],
        },
      },
    },
    'acme',
  );
  await expect(tracker.find('SHOP', 'finding-1', LONG_AGO)).rejects.toThrow(
    'is `cloud` right in the configuration?',
  );
  await jira.stop();
});

describe('readIssueTrackers', () => {
  const read = (data: JsonObject) =>
    readIssueTrackers(mockServices.rootConfig({ data }), () => NOW);
  const jira = {
    name: 'acme',
    url: 'https://acme.atlassian.net',
    email: 'bot@acme.example',
    token: 'x',
  };

  it('leaves out hosts that it has no credentials for', () => {
    expect([...read({}).trackers.keys()]).toEqual([]);
  });

  it('knows the projects that are open to all entities', () => {
    const { projects } = read({
      performance: {
        issues: {
          jira: [jira],
          projects: [{ tracker: 'acme', projects: ['PERF'] }],
        },
      },
    });
    expect(projects.get('acme')).toEqual(new Set(['PERF']));
  });

  it.each<[string, JsonObject, string]>([
    ['a name given twice', { jira: [jira, jira] }, 'more than one'],
    [
      'an address of another kind',
      { jira: [{ ...jira, url: 'file:///etc' }] },
      'no address with http or https',
    ],
    [
      'an address that is none',
      { jira: [{ ...jira, url: 'acme' }] },
      "'acme' is no address",
    ],
    [
      'Jira Cloud without whose token it is',
      { jira: [{ name: 'acme', url: jira.url, token: 'x' }] },
      '`email`',
    ],
    [
      'a project that can be none',
      { jira: [jira], projects: [{ tracker: 'acme', projects: ['perf'] }] },
      "'perf' is none; write the key, e.g. SHOP",
    ],
    [
      'looking without a pause',
      { lookEvery: { milliseconds: 1 } },
      'a second or more',
    ],
    [
      'projects of an unknown tracker',
      { projects: [{ tracker: 'acme', projects: ['PERF'] }] },
      "'acme', which isn't configured",
    ],
  ])('refuses %s', (_, issues, message) => {
    expect(() => read({ performance: { issues } })).toThrow(message);
  });
});
