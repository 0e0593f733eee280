import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { AddressInfo } from 'node:net';
import { createRouter } from './createRouter';
import { DemoReset } from './DemoReset';

async function startBackend(options: {
  reset: Pick<DemoReset, 'start' | 'status'>;
  decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}) {
  const { server } = await startTestBackend({
    features: [
      mockServices.permissions.mock({
        authorizeConditional: async () => [{ result: options.decision }],
      }).factory,
      createBackendPlugin({
        pluginId: 'demo',
        register(registration) {
          registration.registerInit({
            deps: {
              httpAuth: coreServices.httpAuth,
              httpRouter: coreServices.httpRouter,
              permissions: coreServices.permissions,
            },
            async init(deps) {
              deps.httpRouter.use(
                createRouter({ ...deps, reset: options.reset }),
              );
            },
          });
        },
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  return (method: string, authorization: string) =>
    fetch(`http://localhost:${port}/api/demo/reset`, {
      method,
      headers: { authorization },
    });
}

describe('createRouter', () => {
  it('resets for who may administer everything', async () => {
    const start = jest.fn();
    const ask = await startBackend({
      reset: { start, status: { state: 'running', message: 'Starting' } },
      decision: AuthorizeResult.ALLOW,
    });

    const response = await ask('POST', mockCredentials.user.header());

    expect(response.status).toBe(202);
    await expect(response.json()).resolves.toEqual({
      state: 'running',
      message: 'Starting',
      allowed: true,
    });
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('tells others that they may not, and refuses them', async () => {
    const start = jest.fn();
    const ask = await startBackend({
      reset: { start, status: { state: 'idle' } },
      decision: AuthorizeResult.DENY,
    });

    const status = await ask('GET', mockCredentials.user.header());
    await expect(status.json()).resolves.toEqual({
      state: 'idle',
      allowed: false,
    });
    const response = await ask('POST', mockCredentials.user.header());
    expect(response.status).toBe(403);
    expect(start).not.toHaveBeenCalled();
  });

  it('refuses a second reset while one is running', async () => {
    const ask = await startBackend({
      reset: {
        start() {
          throw new ConflictError('The demo is being reset already.');
        },
        status: { state: 'running' },
      },
      decision: AuthorizeResult.ALLOW,
    });

    const response = await ask('POST', mockCredentials.user.header());

    expect(response.status).toBe(409);
  });
});
