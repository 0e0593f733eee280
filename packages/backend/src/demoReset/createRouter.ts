import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { performanceAdministerPermission } from '@perf-governance/plugin-performance-common';
import express from 'express';
import Router from 'express-promise-router';
import { DemoReset } from './DemoReset';

/** `GET` and `POST /reset`, for who may administer the performance of everything. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  reset: Pick<DemoReset, 'start' | 'status'>;
}): express.Router {
  const { httpAuth, permissions, reset } = options;

  async function mayReset(credentials: BackstageCredentials) {
    const [decision] = await permissions.authorizeConditional(
      [{ permission: performanceAdministerPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  const router = Router();

  router.get('/reset', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    response.json({ ...reset.status, allowed: await mayReset(credentials) });
  });

  router.post('/reset', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    if (!(await mayReset(credentials))) {
      throw new NotAllowedError('Only the platform team may reset the demo.');
    }
    reset.start();
    response.status(202).json({ ...reset.status, allowed: true });
  });

  return router;
}
