import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DEFINITION_KINDS,
  performanceAdministerPermission,
  performanceDefinePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { rm, writeFile } from 'node:fs/promises';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

const NOW = '2026-11-22T12:00:00.000Z';

function budget(name: string, fail = '<= 300 ms') {
  return `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: ${name}
  title: Title of ${name}
spec:
  metric: http.request.duration
  statistic: p95
  limits:
    fail: ${fail}
`;
}

const idOf = (id: string) => `/definitions/${encodeURIComponent(id)}`;

/** Owns what the team payments owns, and sees no more. */
const OWNER = 'user:default/owner';
/** Sees nothing of the team payments. */
const STRANGER = 'user:default/stranger';

const ownedBy = (permission: typeof performanceReadPermission, owner: string) =>
  createPerformanceConditionalDecision(
    permission,
    performanceConditions.isEntityOwner({ claims: [owner] }),
  );

const POLICY = Object.fromEntries(
  [
    [OWNER, 'group:default/payments'],
    [STRANGER, 'group:default/delivery'],
  ].map(([user, owner]) => [
    user,
    {
      [performanceReadPermission.name]: ownedBy(
        performanceReadPermission,
        owner,
      ),
      [performanceDefinePermission.name]: ownedBy(
        performanceDefinePermission,
        owner,
      ),
      [performanceAdministerPermission.name]: {
        result: AuthorizeResult.DENY,
      } as const,
    },
  ]),
);

const TEMPLATE = `apiVersion: performance-governance.io/v1
kind: ReviewTemplate
metadata: { name: resilience }
spec:
  version: '1'
  areas:
    - { name: a, title: A, questions: [{ name: q, title: Q?, type: text }] }
`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'routes of definitions on %s',
  databaseId => {
    const databases = createTestDatabases();
    const directory = createMockDirectory();
    let knex: Knex;
    let performance: TestPerformance;

    beforeAll(async () => {
      const pay: Entity = component('pay');
      pay.metadata.annotations = {
        'backstage.io/managed-by-location': `file:${directory.resolve(
          'pay/catalog-info.yaml',
        )}`,
        'performance-governance.io/definitions': './performance.yaml',
      };
      knex = await databases.init(databaseId);
      performance = await startPerformance({
        knex,
        entities: [pay, component('parcel', { owner: 'delivery' })],
        now: NOW,
        policy: POLICY,
        config: {
          performance: {
            definitions: { files: [directory.resolve('definitions/*.yaml')] },
          },
        },
      });
    });

    beforeEach(async () => {
      directory.setContent({
        definitions: {
          'base.yaml': `${budget('latency')}---\n${budget('errors')}`,
        },
        pay: {
          'catalog-info.yaml': '',
          'performance.yaml': budget('own-latency', '<= 200 ms'),
        },
      });
      await knex('runs').delete();
      await knex('verdicts').delete();
      await knex('definitions').delete();
      await knex('definition_sources').delete();
      performance.audit.length = 0;
      await performance.services.catalogProjection.sweep();
      await performance.services.definitionRefresh.refreshAll();
    });

    afterAll(async () => performance.stop());

    const ids = async (user?: string) => {
      const { body } = await performance.call('GET', '/definitions', { user });
      return [
        body.totalItems,
        ...body.items.map(({ id }: { id: string }) => id),
      ];
    };

    it('lists what is in force, and to whom it may concern', async () => {
      const { status, body } = await performance.call('GET', '/definitions', {
        query: { limit: 1 },
      });
      expect([status, body]).toEqual([
        200,
        {
          totalItems: 3,
          may: { define: true },
          items: [
            {
              id: 'org/budget/errors',
              kind: 'Budget',
              name: 'errors',
              title: 'Title of errors',
              layer: { kind: 'org' },
              source: {
                type: 'config',
                location: directory.resolve('definitions/base.yaml'),
                line: 12,
              },
              version: 1,
              status: 'in-force',
              updatedAt: NOW,
              problems: [],
              counts: {
                fail: 0,
                warn: 0,
                // Of parcel; at pay an inner layer sets the limit.
                'no-data': 1,
                pass: 0,
                'not-applicable': 0,
              },
            },
          ],
        },
      ]);
      await expect(ids(OWNER)).resolves.toEqual([
        3,
        'org/budget/errors',
        'org/budget/latency',
        'component:default/pay/budget/own-latency',
      ]);
      await expect(ids(STRANGER)).resolves.toEqual([
        2,
        'org/budget/errors',
        'org/budget/latency',
      ]);
    });

    it('follows the files it reads', async () => {
      const file = directory.resolve('definitions/base.yaml');
      await writeFile(file, budget('latency', '<= 300 parsecs'));
      const refused = await performance.call(
        'POST',
        '/definition-sources/refresh',
        { user: OWNER },
      );
      expect(refused.status).toBe(403);
      const { body } = await performance.call(
        'POST',
        '/definition-sources/refresh',
      );
      expect(body.items).toEqual([
        {
          type: 'config',
          location: file,
          status: 'invalid',
          readAt: NOW,
          definitions: 2,
          problems: [
            expect.objectContaining({ file, line: 10, severity: 'error' }),
          ],
        },
        {
          type: 'entity',
          location: expect.stringMatching(/pay\/performance\.yaml$/),
          entityRef: 'component:default/pay',
          status: 'ok',
          readAt: NOW,
          definitions: 1,
          problems: [],
        },
      ]);
      const broken = await performance.call('GET', idOf('org/budget/latency'));
      expect(broken.body).toMatchObject({
        status: 'invalid',
        version: 1,
        content: budget('latency'),
        problems: [{ line: 10 }],
      });

      await rm(file);
      await performance.call('POST', '/definition-sources/refresh');
      const gone = await performance.call('GET', '/definition-sources');
      expect(gone.body.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            location: file,
            status: 'unreadable',
            message: `NotFoundError: ${file} is gone`,
            definitions: 2,
          }),
        ]),
      );
      await expect(ids()).resolves.toHaveLength(4);
    });

    it("reads one entity's file again for who defines for it", async () => {
      await writeFile(
        directory.resolve('pay/performance.yaml'),
        budget('own-errors'),
      );
      const refresh = (user: string) =>
        performance.call('POST', '/definition-sources/refresh', {
          user,
          json: { entityRef: 'component:default/pay' },
        });
      expect((await refresh(STRANGER)).status).toBe(404);
      const { status, body } = await refresh(OWNER);
      expect([status, body.items]).toEqual([
        200,
        [expect.objectContaining({ entityRef: 'component:default/pay' })],
      ]);
      await expect(ids(OWNER)).resolves.toEqual([
        3,
        'org/budget/errors',
        'org/budget/latency',
        'component:default/pay/budget/own-errors',
      ]);
      expect(performance.audit).toEqual([
        { eventId: 'definition-sources-refresh', outcome: 'fail' },
        { eventId: 'definition-sources-refresh', outcome: 'success' },
      ]);
    });

    it('makes, changes, compares and retires one through the API', async () => {
      const created = await performance.call('POST', '/definitions', {
        json: { content: budget('throughput') },
      });
      expect([created.status, created.body]).toEqual([
        201,
        expect.objectContaining({
          id: 'org/budget/throughput',
          version: 1,
          source: { type: 'api', location: 'api:user:default/mock', line: 1 },
          may: { edit: true },
        }),
      ]);
      const id = idOf('org/budget/throughput');
      const updated = await performance.call('PUT', id, {
        json: { content: budget('throughput', '<= 0.2 s') },
      });
      expect(updated.body).toMatchObject({
        version: 2,
        versions: [
          { version: 2, createdAt: NOW, createdBy: 'user:default/mock' },
          { version: 1, createdAt: NOW, createdBy: 'user:default/mock' },
        ],
      });
      const version = await performance.call('GET', `${id}/versions/2`);
      expect(version.body.diff).toContain(
        '-    fail: <= 300 ms\n+    fail: <= 0.2 s\n',
      );
      const first = await performance.call('GET', `${id}/versions/1`);
      expect(first.body).toMatchObject({
        diff: '',
        content: budget('throughput'),
      });
      expect((await performance.call('GET', `${id}/versions/3`)).status).toBe(
        404,
      );

      expect((await performance.call('DELETE', id)).status).toBe(204);
      await expect(ids()).resolves.toHaveLength(4);
      const retired = await performance.call('GET', '/definitions', {
        query: { status: 'retired' },
      });
      expect(retired.body.items).toMatchObject([
        { id: 'org/budget/throughput', status: 'retired' },
      ]);
      expect(performance.audit).toEqual(
        ['create', 'update', 'retire'].map(what => ({
          eventId: `definition-${what}`,
          outcome: 'success',
        })),
      );
    });

    it.each([
      [
        'a broken text, with where and why',
        'POST',
        '/definitions',
        { content: budget('throughput', '<= 300 parsecs') },
        400,
        /^Line 10, column 11: /,
      ],
      [
        'two at a time',
        'POST',
        '/definitions',
        { content: `${budget('one')}---\n${budget('two')}` },
        400,
        /holds 2 definitions/,
      ],
      [
        'one that a file holds',
        'POST',
        '/definitions',
        { content: budget('latency') },
        409,
        /base\.yaml; change it there/,
      ],
      [
        'an entity that is not there',
        'POST',
        '/definitions',
        { content: budget('latency'), entityRef: 'component:default/no' },
        404,
        /no entity component:default\/no/,
      ],
      [
        'another name for one that is there',
        'PUT',
        idOf('org/budget/latency'),
        { content: budget('errors') },
        400,
        /a new version of org\/budget\/latency is of Budget 'latency'/,
      ],
      [
        'a change of one that is not there',
        'PUT',
        idOf('org/budget/no'),
        { content: budget('no') },
        404,
        /no definition org\/budget\/no/,
      ],
      [
        'to retire what a file holds',
        'DELETE',
        idOf('org/budget/latency'),
        undefined,
        409,
        /base\.yaml; remove it there/,
      ],
      [
        'an unknown field',
        'POST',
        '/definitions',
        { content: budget('x'), layer: 'org' },
        400,
        /additional properties/,
      ],
    ])('refuses %s', async (_, method, path, json, status, message) => {
      const answer = await performance.call(method, path, { json });
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringMatching(message),
      ]);
      await expect(ids()).resolves.toHaveLength(4);
    });

    it('tells every problem of a broken text', async () => {
      const { body } = await performance.call('POST', '/definitions', {
        json: { content: budget('throughput', '<= 300 parsecs') },
      });
      expect(body.error.problems).toEqual([
        expect.objectContaining({
          file: 'definition.yaml',
          line: 10,
          column: 11,
          severity: 'error',
          rule: expect.any(String),
        }),
      ]);
    });

    it("keeps an entity's definitions to who may define for it", async () => {
      const json = {
        content: budget('throughput'),
        entityRef: 'component:default/pay',
      };
      const create = (user: string, entityRef?: string) =>
        performance.call('POST', '/definitions', {
          user,
          json: { ...json, entityRef },
        });
      expect((await create(STRANGER, json.entityRef)).status).toBe(404);
      expect((await create(STRANGER)).status).toBe(403);
      expect((await create(OWNER)).status).toBe(403);
      expect((await create(OWNER, json.entityRef)).status).toBe(201);

      const id = idOf('component:default/pay/budget/throughput');
      for (const [method, path, body] of [
        ['GET', id],
        ['GET', `${id}/versions/1`],
        ['PUT', id, { content: budget('throughput', '<= 9 s') }],
        ['DELETE', id],
        ['GET', '/entities/component/default/pay/definitions'],
      ] as const) {
        const answer = await performance.call(method, path, {
          user: STRANGER,
          json: body,
        });
        expect([method, path, answer.status]).toEqual([method, path, 404]);
      }
      const sources = await performance.call('GET', '/definition-sources', {
        user: STRANGER,
      });
      expect(sources.body.items).toHaveLength(1);
      expect(sources.body.may).toEqual({ refresh: false });
      const all = await performance.call('GET', '/definition-sources');
      expect(all.body.may).toEqual({ refresh: true });

      const own = await performance.call('GET', id, { user: OWNER });
      expect(own.body.may).toEqual({ edit: true });
      const org = await performance.call('GET', idOf('org/budget/latency'), {
        user: OWNER,
      });
      expect(org.body.may).toEqual({ edit: false });
    });

    it('gives what judging a report offline needs', async () => {
      // Nothing is judged by what reviews ask.
      await writeFile(directory.resolve('definitions/review.yaml'), TEMPLATE);
      await performance.services.definitionRefresh.refreshAll();
      await expect(ids()).resolves.toContain('org/reviewtemplate/resilience');
      const { status, body } = await performance.call(
        'GET',
        '/entities/component/default/pay/definitions',
        { user: OWNER },
      );
      expect([status, body]).toEqual([
        200,
        {
          entity: expect.objectContaining({
            entityRef: 'component:default/pay',
            owners: ['group:default/payments'],
          }),
          definitions: [
            expect.objectContaining({ id: 'org/budget/errors' }),
            expect.objectContaining({ id: 'org/budget/latency' }),
            expect.objectContaining({
              id: 'component:default/pay/budget/own-latency',
            }),
          ],
          // Nothing is waived, attested, measured, trusted, found or reviewed, and no error budget is spent.
          facts: { findings: [], measurements: [], reviews: [] },
          errorBudgetActions: [],
        },
      ]);
    });

    it('checks a text without storing it', async () => {
      const { body } = await performance.call('POST', '/definitions/validate', {
        user: STRANGER,
        json: {
          content: budget('throughput', '<= 300 parsecs'),
          entityRef: 'system:default/checkout',
        },
      });
      expect(body.problems).toEqual([
        expect.objectContaining({ line: 10, column: 11 }),
      ]);
      const fine = await performance.call('POST', '/definitions/validate', {
        json: { content: budget('throughput') },
      });
      expect(fine.body).toEqual({ problems: [] });
      await expect(ids()).resolves.toHaveLength(4);
    });

    it('counts the verdicts whose limit each sets, for who may see them', async () => {
      const file = directory.resolve('pay/performance.yaml');
      await writeFile(file, budget('latency', '<= 200 ms'));
      await writeFile(
        directory.resolve('definitions/base.yaml'),
        budget('latency'),
      );
      await performance.call('POST', '/definition-sources/refresh');
      for (const entity of ['pay', 'parcel']) {
        await performance.call('POST', '/runs', {
          json: newRun({
            entity,
            startedAt: '2026-11-22T11:00:00.000Z',
            p95: 250,
          }),
        });
      }

      const counts = async (user?: string) => {
        const { body } = await performance.call('GET', '/definitions', {
          user,
        });
        return Object.fromEntries(
          body.items.map(
            (item: { id: string; counts: Record<string, number> }) => [
              item.id,
              [item.counts.fail, item.counts.pass],
            ],
          ),
        );
      };
      await expect(counts()).resolves.toEqual({
        'org/budget/latency': [0, 1],
        'component:default/pay/budget/latency': [1, 0],
      });
      await expect(counts(STRANGER)).resolves.toEqual({
        'org/budget/latency': [0, 1],
      });
      await expect(counts(OWNER)).resolves.toEqual({
        'org/budget/latency': [0, 0],
        'component:default/pay/budget/latency': [1, 0],
      });
      const one = await performance.call(
        'GET',
        idOf('component:default/pay/budget/latency'),
      );
      expect(one.body.counts).toMatchObject({ fail: 1, pass: 0 });
    });

    it('publishes the schemas', async () => {
      for (const kind of DEFINITION_KINDS) {
        const { body } = await performance.call(
          'GET',
          `/schemas/${kind.toLowerCase()}`,
        );
        expect(body).toMatchObject({ properties: { kind: { const: kind } } });
      }
      expect((await performance.call('GET', '/schemas/Journey')).status).toBe(
        200,
      );
      expect((await performance.call('GET', '/schemas/nothing')).status).toBe(
        404,
      );
    });
  },
);
