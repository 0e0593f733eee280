import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  performanceAdministerPermission,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
  TestPolicy,
} from '../__testUtils__/startPerformance';

/** Of the team that owns the service. */
const OWNER = 'user:default/owner';
/** May read what the team owns, outside production. */
const TESTER = 'user:default/tester';
/** May read everything but what the team owns. */
const STRANGER = 'user:default/stranger';
/** May read nothing at all. */
const NOBODY = 'user:default/nobody';

const owned = performanceConditions.isEntityOwner({
  claims: ['group:default/payments'],
});
const DENY = { result: AuthorizeResult.DENY } as const;

const DENY_WRITES = {
  [performanceUploadPermission.name]: DENY,
  [performanceDefinePermission.name]: DENY,
  [performanceAdministerPermission.name]: DENY,
};

const POLICY: TestPolicy = {
  [OWNER]: {
    [performanceReadPermission.name]: createPerformanceConditionalDecision(
      performanceReadPermission,
      owned,
    ),
    [performanceUploadPermission.name]: createPerformanceConditionalDecision(
      performanceUploadPermission,
      {
        allOf: [
          owned,
          {
            not: performanceConditions.inEnvironment({
              environments: ['production'],
            }),
          },
        ],
      },
    ),
    [performanceDefinePermission.name]: DENY,
    [performanceAdministerPermission.name]: DENY,
  },
  [TESTER]: {
    ...DENY_WRITES,
    [performanceReadPermission.name]: createPerformanceConditionalDecision(
      performanceReadPermission,
      {
        allOf: [
          owned,
          performanceConditions.inEnvironment({ environments: ['staging'] }),
        ],
      },
    ),
  },
  [STRANGER]: {
    ...DENY_WRITES,
    [performanceReadPermission.name]: createPerformanceConditionalDecision(
      performanceReadPermission,
      { not: owned },
    ),
  },
  [NOBODY]: { ...DENY_WRITES, [performanceReadPermission.name]: DENY },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'what users see and may do on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const runIds: Record<string, string> = {};

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [
          component('pay'),
          component('parcel', { owner: 'delivery' }),
        ],
        now: '2026-11-22T12:00:00.000Z',
        policy: POLICY,
      });
      await performance.call('POST', '/definitions', {
        json: { content: budget('latency', { fail: '<= 300 ms' }) },
      });
      for (const [entity, environment] of [
        ['pay', 'production'],
        ['pay', 'staging'],
        ['parcel', 'production'],
      ]) {
        const { body } = await performance.call('POST', '/runs', {
          json: newRun({
            entity,
            environment,
            startedAt: '2026-11-22T11:00:00.000Z',
          }),
        });
        runIds[`${entity} ${environment}`] = body.run.id;
      }
    });

    afterAll(async () => performance.stop());

    it.each([
      [OWNER, ['pay production', 'pay staging']],
      [TESTER, ['pay staging']],
      [STRANGER, ['parcel production']],
      [NOBODY, []],
    ])('shows %s in lists: %j', async (user, expected) => {
      const runs = await performance.call('GET', '/runs', { user });
      const names = runs.body.items.map(
        (run: { entityRef: string; environment: string }) =>
          `${run.entityRef.split('/')[1]} ${run.environment}`,
      );
      expect([runs.status, runs.body.totalItems, names.sort()]).toEqual([
        200,
        expected.length,
        expected,
      ]);

      const verdicts = await performance.call('GET', '/verdicts', { user });
      const subjects = verdicts.body.items.map(
        ({
          subject,
        }: {
          subject: { entityRef: string; environment: string };
        }) => `${subject.entityRef.split('/')[1]} ${subject.environment}`,
      );
      expect([verdicts.status, verdicts.body.counts.pass]).toEqual([
        200,
        expected.length,
      ]);
      expect(subjects.sort()).toEqual(expected);

      const facets = await performance.call('GET', '/facets', { user });
      const environments = facets.body.environments.map(
        ({ value }: { value: string }) => value,
      );
      expect(environments.sort()).toEqual(
        [...new Set(expected.map(name => name.split(' ')[1]))].sort(),
      );
    });

    it.each([
      [OWNER, 200, 200, 404],
      [TESTER, 404, 200, 404],
      [STRANGER, 404, 404, 200],
      [NOBODY, 404, 404, 404],
    ])(
      'answers %s with %d for pay in production, %d in staging, %d for parcel',
      async (user, ...expected) => {
        const statuses = [];
        for (const name of [
          'pay production',
          'pay staging',
          'parcel production',
        ]) {
          const { status } = await performance.call(
            'GET',
            `/runs/${runIds[name]}`,
            { user },
          );
          statuses.push(status);
        }
        expect(statuses).toEqual(expected);
      },
    );

    it.each([
      [OWNER, 'staging', 201],
      [OWNER, 'production', 403],
      [TESTER, 'staging', 403],
      [TESTER, 'production', 404],
      [STRANGER, 'staging', 404],
      [NOBODY, 'staging', 404],
    ])(
      'answers an upload by %s to %s with %d',
      async (user, environment, expected) => {
        const { status } = await performance.call('POST', '/runs', {
          user,
          json: newRun({
            entity: 'pay',
            environment,
            branch: 'some-feature',
            startedAt: '2026-11-22T10:00:00.000Z',
          }),
        });
        expect(status).toBe(expected);
      },
    );

    it('tells who may only read that a run is not theirs to invalidate', async () => {
      const invalidate = (user: string) =>
        performance.call('PUT', `/runs/${runIds['pay staging']}/invalidation`, {
          user,
          json: { reason: 'The load generator was too small' },
        });
      const owner = await invalidate(OWNER);
      expect([owner.status, owner.body.error.message]).toEqual([
        403,
        expect.stringContaining('performance.administer'),
      ]);
      expect((await invalidate(STRANGER)).status).toBe(404);
    });

    it.each([
      [
        OWNER,
        ['production', 'staging'],
        { upload: true, define: false, administer: false },
      ],
      [
        TESTER,
        ['staging'],
        { upload: false, define: false, administer: false },
      ],
    ])(
      'tells %s where the service stands in %j, and what they may do',
      async (user, environments, may) => {
        const { body } = await performance.call(
          'GET',
          '/entities/component/default/pay',
          { user },
        );
        expect(body).toMatchObject({
          environments,
          counts: { pass: environments.length },
          may,
        });
      },
    );
  },
);
