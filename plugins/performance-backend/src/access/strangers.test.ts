import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { performancePlugin } from '../plugin';

const WAIVER = {
  entityRef: 'component:default/pay',
  ruleId: 'budget:http.request.duration:p95',
  environment: 'production',
  reason: 'The database moves in December.',
  expiresAt: '2999-01-01T00:00:00Z',
};

const FINDING = {
  entityRef: 'component:default/pay',
  title: 'Calls to the bank have no timeout',
  category: 'missing-timeout',
  severity: 'high',
  likelihood: 'high',
};

const TOKENS = {
  platform: 'platform-secret-token',
  payments: 'payments-secret-token',
  delivery: 'delivery-secret-token',
  reader: 'reader-secret-token',
  stranger: 'stranger-secret-token',
};
type Caller = keyof typeof TOKENS;

/**
 * Tokens of CI as the auth service really gives them: with a real plugin, real tokens and real HTTP;
 * only the catalog is a fake one.
 */
describe('a token of another team', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let runId: string;
  let proposalId: string;

  async function call(
    caller: Caller | undefined,
    method: string,
    path: string,
    json?: unknown,
  ) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/performance${path}`,
      {
        method,
        headers: {
          ...(caller && { authorization: `Bearer ${TOKENS[caller]}` }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
        },
        body: json === undefined ? undefined : JSON.stringify(json),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  const upload = (caller: Caller | undefined, environment = 'production') =>
    call(
      caller,
      'POST',
      '/runs',
      newRun({
        entity: 'pay',
        environment,
        startedAt: '2026-01-02T03:04:05.000Z',
      }),
    );

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        performancePlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        catalogServiceMock.factory({
          entities: [
            {
              ...component('pay'),
              relations: [
                { type: 'dependsOn', targetRef: 'component:default/ledger' },
              ],
            },
            component('ledger'),
            component('parcel', { owner: 'delivery' }),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:0',
              auth: {
                externalAccess: Object.entries(TOKENS).map(
                  ([subject, token]) => ({
                    type: 'static',
                    options: { subject, token },
                    ...(subject === 'reader' && {
                      accessRestrictions: [
                        {
                          plugin: 'performance',
                          permission: 'performance.read',
                        },
                      ],
                    }),
                  }),
                ),
              },
            },
            performance: {
              analysis: { fanOut: 1 },
              externalAccess: [
                {
                  subject: 'platform',
                  entities: '*',
                  actions: [
                    'read',
                    'upload',
                    'define',
                    'administer',
                    'finding',
                  ],
                },
                {
                  subject: 'payments',
                  entities: { owner: ['payments'] },
                  environments: ['production'],
                  actions: ['read', 'upload'],
                },
                {
                  subject: 'delivery',
                  entities: { owner: ['delivery'] },
                  actions: [
                    'read',
                    'upload',
                    'contribute',
                    'approve',
                    'define',
                    'administer',
                    'review',
                    'finding',
                  ],
                },
                {
                  subject: 'reader',
                  entities: '*',
                  actions: ['read', 'upload'],
                },
              ],
            },
          },
        }),
      ],
    });
    for (const [entity, name] of [
      ['pay', 'pay-latency'],
      ['parcel', 'parcel-latency'],
    ]) {
      await call('platform', 'POST', '/definitions', {
        content: budget(name, { fail: '<= 300 ms', component: entity }),
      });
    }
    await call('platform', 'POST', '/findings', FINDING);
    await call('platform', 'POST', '/findings', {
      ...FINDING,
      entityRef: 'component:default/ledger',
    });
    const uploaded = await upload('payments');
    runId = uploaded.body.run.id;
    await call('platform', 'POST', '/analysis/runs');
    const { body } = await call('platform', 'GET', '/analysis/proposals');
    proposalId = body.items[0].id;
  });

  afterAll(async () => backend.stop());

  it('is let in for its own service, in its environment', async () => {
    expect((await upload('payments')).status).toBe(200);
    const { body } = await call('payments', 'GET', '/runs');
    expect(body).toMatchObject({ totalItems: 1, items: [{ id: runId }] });
    const refused = await upload('payments', 'staging');
    expect(refused.status).toBe(404);
  });

  it('records findings where it is configured to', async () => {
    const { body } = await call('platform', 'GET', '/findings/1');
    expect(body).toMatchObject({ id: '1', createdBy: 'platform' });
  });

  it.each([
    ['/runs', { items: [], totalItems: 0 }],
    ['/verdicts', { items: [], totalItems: 0 }],
    ['/runs?entityRef=component:default/pay', { items: [], totalItems: 0 }],
    ['/verdicts?entityRef=component:default/pay', { items: [], totalItems: 0 }],
    ['/facets', { owners: [], metrics: [], environments: [] }],
    ['/findings', { items: [], totalItems: 0 }],
    ['/findings?entityRef=component:default/pay', { items: [], totalItems: 0 }],
    ['/finding-summary', { total: 0, matrix: [] }],
    ['/finding-exports/json', { findings: [] }],
    ['/analysis/proposals', { items: [], totalItems: 0 }],
    ['/analysis/proposals?entityRef=component:default/pay', { items: [] }],
  ])('finds nothing of the service in %s', async (path, expected) => {
    const mine = await call('payments', 'GET', path);
    expect(mine.body).not.toMatchObject(expected);
    const { status, body } = await call('delivery', 'GET', path);
    expect([status, body]).toEqual([200, expect.objectContaining(expected)]);
  });

  it.each<[string, string, unknown]>([
    ['GET', '/runs/:runId', undefined],
    ['GET', '/runs/:runId/series', undefined],
    ['GET', '/runs/:runId/comparison', undefined],
    ['GET', '/runs/:runId/verdicts', undefined],
    ['GET', '/runs/:runId/gate', undefined],
    ['PUT', '/runs/:runId/invalidation', { reason: 'It looks bad' }],
    ['DELETE', '/runs/:runId/invalidation', undefined],
    ['DELETE', '/runs/:runId', undefined],
    ['GET', '/entities/component/default/pay', undefined],
    ['GET', '/entities/component/default/pay/definitions', undefined],
    [
      'POST',
      '/definitions',
      {
        content: budget('loose', { fail: '<= 1 h' }),
        entityRef: 'component:default/pay',
      },
    ],
    [
      'POST',
      '/definition-sources/refresh',
      { entityRef: 'component:default/pay' },
    ],
    [
      'POST',
      '/runs',
      newRun({ entity: 'pay', startedAt: '2026-01-02T00:00:00Z' }),
    ],
    ['POST', '/waivers', WAIVER],
    ['POST', '/waivers/decisions', { ids: ['1'], decision: 'approve' }],
    ['GET', '/entities/component/default/pay/break-glass', undefined],
    [
      'POST',
      '/entities/component/default/pay/break-glass',
      { reason: 'This has to go out now.', hours: 1 },
    ],
    ['DELETE', '/entities/component/default/pay/break-glass', undefined],
    ['POST', '/findings', FINDING],
    ['GET', '/findings/1', undefined],
    ['PATCH', '/findings/1', { version: 1, dueDate: '2026-01-01' }],
    ['POST', '/findings/1/status', { version: 1, status: 'in-progress' }],
    ['GET', '/findings/1/history', undefined],
    ['GET', '/findings/1/comments', undefined],
    ['POST', '/findings/1/comments', { body: 'Mine' }],
    ['GET', '/analysis/proposals/:proposalId', undefined],
    [
      'POST',
      '/analysis/proposals/:proposalId/suppression',
      { reason: 'It is in our way' },
    ],
    ['DELETE', '/analysis/proposals/:proposalId/suppression', undefined],
    ['POST', '/analysis/proposals/:proposalId/finding', {}],
  ])('gets a 404 for %s %s', async (method, path, json) => {
    const answer = await call(
      'delivery',
      method,
      path.replace(':runId', runId).replace(':proposalId', proposalId),
      json,
    );
    expect([answer.status, answer.body.error.name]).toEqual([
      404,
      'NotFoundError',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('payments');
    const mine = await call('payments', 'GET', `/runs/${runId}`);
    expect(mine.body.invalid).toBeUndefined();
  });

  it('gets a 404 for a raw report', async () => {
    const answer = await call(
      'delivery',
      'POST',
      '/reports?entityRef=component:default/pay&environment=production',
      { metrics: {} },
    );
    expect(answer.status).toBe(404);
  });

  it('gets a 404 for a verdict by its id', async () => {
    const { body } = await call('payments', 'GET', '/verdicts');
    const path = `/verdicts/${encodeURIComponent(body.items[0].id)}`;
    expect((await call('payments', 'GET', path)).status).toBe(200);
    expect((await call('delivery', 'GET', path)).status).toBe(404);
  });

  it.each<[Caller, string, string, unknown, RegExp]>([
    [
      'delivery',
      'POST',
      '/definitions',
      { content: budget('all', { fail: '<= 1 h' }) },
      /delivery lacks the permission performance\.define for the whole organisation/,
    ],
    [
      'delivery',
      'POST',
      '/definition-sources/refresh',
      undefined,
      /delivery lacks the permission performance\.administer for the whole organisation/,
    ],
    [
      'delivery',
      'POST',
      '/analysis/runs',
      undefined,
      /delivery lacks the permission performance\.administer for the whole organisation/,
    ],
    [
      'payments',
      'POST',
      '/definitions',
      {
        content: budget('mine', { fail: '<= 1 h' }),
        entityRef: 'component:default/pay',
      },
      /The token of 'payments' may not define: add 'define' to the actions/,
    ],
    [
      'payments',
      'POST',
      '/waivers',
      WAIVER,
      /The token of 'payments' may not contribute: add 'contribute' to the actions/,
    ],
    [
      'payments',
      'POST',
      '/findings',
      FINDING,
      /The token of 'payments' may not record or change findings: add 'finding' to the actions/,
    ],
    [
      'payments',
      'POST',
      '/findings/1/status',
      { version: 1, status: 'in-progress' },
      /The token of 'payments' may not record or change findings: add 'finding' to the actions/,
    ],
    [
      'stranger',
      'GET',
      '/runs',
      undefined,
      /The token of 'stranger' may do nothing here yet: add an entry with the subject 'stranger'/,
    ],
  ])(
    'as %s is told why not to %s %s',
    async (caller, method, path, json, message) => {
      const { status, body } = await call(caller, method, path, json);
      expect([status, body.error.message]).toEqual([
        403,
        expect.stringMatching(message),
      ]);
    },
  );

  it("is held to the token's own restrictions as well", async () => {
    expect((await call('reader', 'GET', `/runs/${runId}`)).status).toBe(200);
    const { status, body } = await upload('reader');
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('restricted to other permissions'),
    ]);
  });

  it('is asked for', async () => {
    expect((await call(undefined, 'GET', '/runs')).status).toBe(401);
    expect((await upload(undefined)).status).toBe(401);
  });
});
