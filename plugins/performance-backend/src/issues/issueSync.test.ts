import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import {
  startGithub,
  StandInGithub,
  startJira,
  StandInJira,
} from 'test-issue-trackers';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { ARCHITECT, OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

jest.setTimeout(120_000);

const NOW = '2026-03-10T12:00:00Z';

function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', owner: 'group:default/payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'issues of findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let github: StandInGithub;
    let jira: StandInJira;
    let performance: TestPerformance;

    const call = async (
      method: string,
      path: string,
      json?: unknown,
      user = ARCHITECT,
    ) => performance.call(method, path, { json, user });

    const create = async (entity = 'pay'): Promise<string> => {
      const { body } = await call('POST', '/findings', {
        entityRef: `component:default/${entity}`,
        title: 'No timeout',
        description: 'Calls wait',
        category: 'missing-timeout',
        severity: 'high',
        likelihood: 'high',
      });
      return body.id;
    };

    const link = (id: string, json: object, user = OWNER) =>
      call('POST', `/findings/${id}/issue`, json, user);

    const sync = () => performance.services.issueSync.syncDue();

    const read = async (id: string) =>
      (await call('GET', `/findings/${id}`)).body;

    const step = async (id: string, status: string, user = ARCHITECT) => {
      const { version } = await read(id);
      const { body } = await call(
        'POST',
        `/findings/${id}/status`,
        { version, status, note: 'So it is' },
        user,
      );
      expect(body.error).toBeUndefined();
    };

    /** Long enough for every issue to be looked at again. */
    const later = async (minutes: number) => {
      const at = performance.services.clock().getTime() + minutes * 60_000;
      performance.setNow(new Date(at).toISOString());
      await sync();
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      github = await startGithub('secret');
      jira = await startJira({ authorization: 'Bearer secret', cloud: false });
      performance = await startPerformance({
        knex,
        entities: [
          component('pay', {
            'github.com/project-slug': 'acme/shop',
            'jira/project-key': 'SHOP',
          }),
          component('cart'),
        ],
        now: NOW,
        policy: PEOPLE,
        config: {
          app: { baseUrl: 'https://backstage.example/' },
          integrations: {
            github: [
              {
                host: 'github.example',
                apiBaseUrl: github.url,
                token: 'secret',
              },
            ],
          },
          performance: {
            issues: {
              jira: [{ name: 'acme', url: jira.url, token: 'secret' }],
              projects: [{ tracker: 'acme', projects: ['SHOP'] }],
            },
          },
        },
      });
      await performance.services.catalogProjection.sweep();
    });

    beforeEach(async () => {
      await performance.services.reevaluations.whenIdle();
      await knex('findings').delete();
      github.issues.length = 0;
      github.repositories.add('acme/shop');
      github.token = 'secret';
      jira.issues.length = 0;
      performance.setNow(NOW);
    });

    afterAll(async () => {
      await performance?.stop();
      await github?.stop();
      await jira?.stop();
    });

    it('makes an issue, and follows whichever changes', async () => {
      const id = await create();
      const linked = await link(id, { tracker: 'github.example' });
      expect(linked.body.issue).toEqual({
        tracker: 'github.example',
        type: 'github',
        project: 'acme/shop',
        state: 'pending',
      });
      await sync();
      expect((await read(id)).issue).toMatchObject({
        key: 'acme/shop#1',
        url: 'https://github.example/acme/shop/issues/1',
        closed: false,
        state: 'in-step',
      });
      const [issue] = github.issues;
      expect(issue.title).toBe(`F-${id}: No timeout`);
      expect(issue.body).toContain('Calls wait');
      expect(issue.body).toContain(
        `https://backstage.example/performance/findings?finding=${id}`,
      );

      // What changes here changes there at once.
      const { version } = await read(id);
      await call('PATCH', `/findings/${id}`, { version, title: 'Timeouts' });
      await sync();
      expect(issue.title).toBe(`F-${id}: Timeouts`);
      await step(id, 'resolved', OWNER);
      await sync();
      expect(issue.state).toBe('closed');
      await step(id, 'in-progress');
      await sync();
      expect(issue.state).toBe('open');

      // What changes there changes here at the next look.
      issue.state = 'closed';
      await later(5);
      expect(await read(id)).toMatchObject({
        status: 'resolved',
        resolvedBy: 'github:acme/shop#1',
      });
      await step(id, 'verified');
      await later(5);
      issue.state = 'open';
      await later(5);
      expect(await read(id)).toMatchObject({ status: 'open' });
      const { body } = await call('GET', `/findings/${id}/history`);
      expect(body.items[0]).toMatchObject({
        type: 'reopened',
        by: 'github:acme/shop#1',
        note: 'acme/shop#1 was opened again',
      });
    });

    it('does nothing where nothing changed', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      await later(5);
      const { version } = await read(id);
      github.requests.length = 0;
      await later(5);
      expect(github.requests).toEqual(['GET /repos/acme/shop/issues/1']);
      expect((await read(id)).version).toBe(version);
    });

    it('makes one issue only, though two replicas are at it', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await Promise.all([sync(), sync(), sync()]);
      expect(github.issues).toHaveLength(1);
    });

    it('closes what is dropped as not planned, and opens it again with the finding', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      await step(id, 'invalid');
      await sync();
      const [issue] = github.issues;
      expect(issue).toMatchObject({
        state: 'closed',
        state_reason: 'not_planned',
      });
      // What was decided stays.
      issue.state = 'open';
      await later(5);
      expect((await read(id)).status).toBe('invalid');
      expect(issue.state).toBe('closed');
      await step(id, 'open');
      await sync();
      expect(issue.state).toBe('open');
    });

    it('says why an issue was closed', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      Object.assign(github.issues[0], {
        state: 'closed',
        state_reason: 'not_planned',
      });
      await later(5);
      const { body } = await call('GET', `/findings/${id}/history`);
      expect(body.items[0]).toMatchObject({
        type: 'status',
        note: 'acme/shop#1 was closed as not planned',
      });
      await performance.services.notificationDuties.send();
      expect(performance.notifications.map(one => one.payload)).toContainEqual(
        expect.objectContaining({
          title: `To verify: F-${id} No timeout`,
          description: 'acme/shop#1 was closed as not planned.',
          link: expect.stringContaining(`/performance/findings?finding=${id}`),
        }),
      );
    });

    it('tries again at once when somebody asks for it', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      github.token = 'another';
      await sync();
      expect((await read(id)).issue).toMatchObject({
        state: 'failing',
        message: expect.stringContaining('401: Bad credentials'),
        retryAt: '2026-03-10T18:00:00.000Z',
      });
      github.token = 'secret';
      await later(5);
      expect(github.issues).toEqual([]);
      const path = `/findings/${id}/issue/attempts`;
      expect((await call('POST', path, undefined, READER)).status).toBe(403);
      const retried = await call('POST', path, undefined, OWNER);
      expect(retried.body.issue).toEqual({
        tracker: 'github.example',
        type: 'github',
        project: 'acme/shop',
        state: 'pending',
      });
      await sync();
      expect((await read(id)).issue.state).toBe('in-step');

      // Also where it was taken for gone.
      const [issue] = github.issues.splice(0);
      await later(5);
      expect((await read(id)).issue.state).toBe('gone');
      github.issues.push(issue);
      await call('POST', path, undefined, OWNER);
      await sync();
      expect((await read(id)).issue.state).toBe('in-step');
      const other = await create();
      const none = await call('POST', `/findings/${other}/issue/attempts`);
      expect(none.status).toBe(404);
    });

    it('keeps an issue whose repository can’t be seen for a while', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      github.repositories.delete('acme/shop');
      await later(5);
      expect((await read(id)).issue).toMatchObject({
        state: 'failing',
        key: 'acme/shop#1',
      });
      github.repositories.add('acme/shop');
      await later(6 * 60);
      expect((await read(id)).issue.state).toBe('in-step');
    });

    it('makes an issue in the only project that is open where no annotation names one', async () => {
      const id = await create('cart');
      const { body } = await link(id, { tracker: 'acme' });
      expect(body.issue).toMatchObject({ project: 'SHOP', state: 'pending' });
    });

    it('takes an issue by its address', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      await call('DELETE', `/findings/${id}/issue`);
      const { body } = await link(id, {
        tracker: 'github.example',
        key: ' https://github.example/acme/shop/issues/1 ',
      });
      expect(body.issue).toMatchObject({
        project: 'acme/shop',
        key: 'acme/shop#1',
      });
    });

    it('makes one issue only, though the answer was lost', async () => {
      const id = await create();
      await link(id, { tracker: 'acme' });
      jira.dropNextAnswer();
      await sync();
      expect((await read(id)).issue).toMatchObject({
        state: 'failing',
        message: expect.stringContaining("can't be reached"),
      });
      await later(1);
      expect(jira.issues).toHaveLength(1);
      expect((await read(id)).issue).toMatchObject({
        key: 'SHOP-1',
        state: 'in-step',
      });
    });

    it('makes one issue only, though a replica died on the way', async () => {
      const id = await create();
      await link(id, { tracker: 'acme' });
      const { issueStore, clock } = performance.services;
      const claimed = await issueStore.claim(
        clock(),
        new Date(clock().getTime() + 300_000),
      );
      // It made the issue, and died.
      jira.issues.push({
        key: 'SHOP-1',
        summary: 'No timeout',
        description: '',
        labels: [claimed?.marker ?? ''],
        status: 'To Do',
      });
      await sync();
      expect((await read(id)).issue.state).toBe('pending');
      await later(5);
      expect(jira.issues).toHaveLength(1);
      expect((await read(id)).issue.key).toBe('SHOP-1');
    });

    it('comes back when it is asked to', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      github.failNext(429, { 'retry-after': '600' });
      await sync();
      await later(9);
      expect(github.issues).toEqual([]);
      await later(1);
      expect(github.issues).toHaveLength(1);
      expect((await read(id)).issue.state).toBe('in-step');
    });

    it('asks nothing more where too much was asked', async () => {
      for (let index = 0; index < 3; index += 1) {
        await link(await create(), { tracker: 'github.example' });
      }
      github.requests.length = 0;
      github.failNext(403, {
        'x-ratelimit-remaining': '0',
        // An hour after NOW.
        'x-ratelimit-reset': '1773147600',
      });
      await sync();
      await later(59);
      expect(github.requests).toHaveLength(1);
      await later(1);
      expect(github.issues).toHaveLength(3);
    });

    it('leaves the words of an issue that was there as they are', async () => {
      jira.issues.push({
        key: 'SHOP-1',
        summary: 'Bank is slow',
        description: 'By others',
        labels: [],
        status: 'To Do',
      });
      const id = await create('cart');
      await link(id, { tracker: 'acme', key: 'SHOP-1' });
      await sync();
      await step(id, 'resolved', OWNER);
      await sync();
      expect(jira.issues).toEqual([
        {
          key: 'SHOP-1',
          summary: 'Bank is slow',
          description: 'By others',
          labels: [],
          status: 'Done',
        },
      ]);
      const other = await create('cart');
      const taken = await link(other, { tracker: 'acme', key: 'SHOP-1' });
      expect(taken.status).toBe(409);
    });

    it('says that an issue is gone, and lets go of it', async () => {
      const id = await create();
      await link(id, { tracker: 'github.example' });
      await sync();
      github.issues.length = 0;
      await later(5);
      expect((await read(id)).issue).toMatchObject({
        state: 'gone',
        message: "acme/shop#1 isn't there, or not any more",
      });
      const unlinked = await call('DELETE', `/findings/${id}/issue`);
      expect(unlinked.body.issue).toBeUndefined();
      expect((await call('DELETE', `/findings/${id}/issue`)).status).toBe(404);
    });

    it.each([
      ['a tracker that is none', 'pay', { tracker: 'none' }, OWNER, 400],
      [
        'an entity that names no project',
        'cart',
        { tracker: 'github.example' },
        OWNER,
        400,
      ],
      [
        'a project that nobody opened',
        'pay',
        { tracker: 'github.example', project: 'acme/secrets' },
        OWNER,
        400,
      ],
      [
        'an issue of such a project',
        'pay',
        { tracker: 'github.example', key: 'acme/secrets#1' },
        OWNER,
        400,
      ],
      [
        'what is no issue',
        'pay',
        { tracker: 'github.example', key: 'the one of Monday' },
        OWNER,
        400,
      ],
      [
        'whoever may only read',
        'pay',
        { tracker: 'github.example' },
        READER,
        403,
      ],
    ])('refuses %s', async (_, entity, json, user, expected) => {
      const id = await create(entity);
      const { status } = await link(id, json, user);
      expect(status).toBe(expected);
      expect(await knex('finding_issues').select()).toEqual([]);
    });
  },
);
