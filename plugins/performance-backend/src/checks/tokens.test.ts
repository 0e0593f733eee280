import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { performanceCheckTypesExtensionPoint } from '@perf-governance/plugin-performance-node';
import { component } from '../__testUtils__/fixtures';
import { performancePlugin } from '../plugin';
import { check } from '../scorecards/__testUtils__/definitions';

const SUBJECTS = ['platform', 'payments', 'delivery'];
const PAY = '/entities/component/default/pay';
const STATEMENT = 'The runbook is in use.';

const knowsEveryTag = createBackendModule({
  pluginId: 'performance',
  moduleId: 'tags',
  register(env) {
    env.registerInit({
      deps: { checkTypes: performanceCheckTypesExtensionPoint },
      async init({ checkTypes }) {
        checkTypes.addCheckType({
          id: 'tags',
          evaluate: async entities =>
            new Map(
              entities.map(({ metadata }) => [
                `component:default/${metadata.name}`,
                {
                  state: 'fail',
                  message: `${metadata.tags?.length ?? 0} tags`,
                },
              ]),
            ),
        });
      },
    });
  },
});

/** Real tokens, the real plugin with a module, real HTTP; only the catalog is a fake one. */
describe('a token', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  async function call(
    subject: string,
    method: string,
    path: string,
    json?: unknown,
  ) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/performance${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${subject}-secret-token`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(json),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        performancePlugin,
        knowsEveryTag,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        catalogServiceMock.factory({
          entities: [component('pay', { tags: ['tier-1', 'java'] })],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:0',
              auth: {
                externalAccess: SUBJECTS.map(subject => ({
                  type: 'static',
                  options: { subject, token: `${subject}-secret-token` },
                })),
              },
            },
            performance: {
              externalAccess: [
                {
                  subject: 'platform',
                  entities: '*',
                  actions: ['read', 'contribute', 'define'],
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
                  actions: ['read', 'upload'],
                },
              ],
            },
          },
        }),
      ],
    });
    for (const content of [
      check('scan', { external: {} }),
      check('tagged', { extension: { id: 'tags' } }),
      check('runbook', {
        attestation: { statement: STATEMENT, validFor: '30d' },
      }),
    ]) {
      await call('platform', 'POST', '/definitions', { content });
    }
  });

  afterAll(async () => backend.stop());

  it.each([
    ['payments', 200, undefined],
    ['platform', 403, /platform.*may not upload.*externalAccess/],
    ['delivery', 404, /no entity 'component:default\/pay' that you may see/],
  ])(
    'of %s pushes a result and gets %i',
    async (subject, expected, message) => {
      const { status, body } = await call(
        subject,
        'PUT',
        `${PAY}/check-results/scan`,
        { state: 'pass', at: '2026-01-02T03:04:05.000Z' },
      );
      expect(status).toBe(expected);
      expect(body.error?.message ?? '').toMatch(message ?? '');
    },
  );

  it('never signs for a person', async () => {
    const { status, body } = await call(
      'platform',
      'PUT',
      `${PAY}/attestations/runbook`,
      { statement: STATEMENT, answer: 'yes' },
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain('signed by a person');
  });

  it('has the checks of a module judged', async () => {
    const { status, body } = await call(
      'platform',
      'POST',
      `${PAY}/check-evaluations`,
    );
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { check: 'tagged', state: 'fail', message: '2 tags' },
    ]);
  });
});
