import { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { startGithub, StandInGithub } from './__testUtils__/startGithub';
import { startJira, StandInJira } from './__testUtils__/startJira';
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
      message: expect.stringContaining('400: project: project is required'),
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

  it('knows the project of an entity', () => {
    expect(tracker.projectOf(entityWith({ 'jira/project-key': 'SHOP' }))).toBe(
      'SHOP',
    );
    expect(
      tracker.projectOf(entityWith({ 'jira/project-key': 'SHOP" or x' })),
    ).toBeUndefined();
  });
});

describe('readIssueTrackers', () => {
  const read = (data: JsonObject) =>
    readIssueTrackers(mockServices.rootConfig({ data }), () => NOW);
  const jira = { name: 'acme', url: 'https://acme.atlassian.net', token: 'x' };

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
      'neither http nor https',
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
