import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  performanceAdministerPermission,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  inEnvironment,
  isEntityOwner,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { Request } from 'express';
import { ProjectedEntity } from '../catalog/EntityStore';
import { PolicyAccessControl } from './PolicyAccessControl';
import { ExternalAccess } from './readExternalAccess';

function projected(name: string, owner: string): ProjectedEntity {
  const entityRef = `component:default/${name}`;
  return {
    id: 1,
    entityRef,
    kind: 'component',
    namespace: 'default',
    name,
    owner,
    tags: [],
    fact: {
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name },
      },
      entityRef,
      owners: [owner, 'group:default/company'],
      domains: [],
    },
    version: 1,
    retired: false,
  };
}

const PAY = projected('pay', 'group:default/payments');
const PARCEL = projected('parcel', 'group:default/delivery');

type Permission = typeof performanceReadPermission;

const RULES: Record<string, typeof isEntityOwner | typeof inEnvironment> = {
  IS_ENTITY_OWNER: isEntityOwner,
  IN_ENVIRONMENT: inEnvironment,
};

const EXTERNAL_ACCESS: ExternalAccess[] = [
  {
    subject: 'ci-payments',
    actions: ['read', 'upload'],
    decision: {
      allOf: [
        { type: 'owner', refs: ['group:default/payments'] },
        { type: 'environment', environments: ['staging'] },
      ],
    },
  },
  { subject: 'ci-payments', actions: ['read'], decision: true },
];

function createControl(
  policy: (permission: Permission) => PolicyDecision = () => ({
    result: AuthorizeResult.ALLOW,
  }),
  externalAccess = EXTERNAL_ACCESS,
) {
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async queries =>
      queries.map(({ permission }) => policy(permission as Permission)),
  });
  const control = new PolicyAccessControl({
    httpAuth: mockServices.httpAuth(),
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({ getRuleByName: (name: string) => RULES[name] } as never),
    }),
    externalAccess,
  });
  return Object.assign(control, { permissions });
}

describe('PolicyAccessControl', () => {
  it('turns a conditional decision of the policy into criteria', async () => {
    const control = createControl(permission =>
      createPerformanceConditionalDecision(permission, {
        allOf: [
          performanceConditions.isEntityOwner({
            claims: ['Group:default/Payments'],
          }),
          {
            not: performanceConditions.inEnvironment({
              environments: ['production'],
            }),
          },
        ],
      }),
    );
    const access = await control.forCredentials(
      mockCredentials.user('user:default/ann'),
      performanceUploadPermission,
    );

    expect(access.principal).toBe('user:default/ann');
    expect(access.scope).toBe('some');
    await expect(access.allows(PAY, 'staging')).resolves.toBe(true);
    await expect(access.allows(PAY, 'production')).resolves.toBe(false);
    await expect(access.allows(PARCEL, 'staging')).resolves.toBe(false);
  });

  it.each([
    [AuthorizeResult.ALLOW, 'all'],
    [AuthorizeResult.DENY, 'none'],
  ] as const)('takes %s from the policy', async (result, scope) => {
    const access = await createControl(() => ({ result })).forCredentials(
      mockCredentials.user(),
      performanceReadPermission,
    );
    expect(access.scope).toBe(scope);
  });

  it("lets Backstage's own plugins do everything", async () => {
    const access = await createControl().forCredentials(
      mockCredentials.service('plugin:search'),
      performanceReadPermission,
    );
    expect(access).toMatchObject({ principal: 'plugin:search', scope: 'all' });
  });

  describe('for an external caller', () => {
    const ci = mockCredentials.service('ci-payments');

    it.each<[Permission, ProjectedEntity, string, boolean]>([
      [performanceUploadPermission, PAY, 'staging', true],
      [performanceUploadPermission, PAY, 'production', false],
      [performanceUploadPermission, PARCEL, 'staging', false],
      [performanceReadPermission, PARCEL, 'production', true],
    ])(
      'is kept to what is configured',
      async (permission, entity, environment, expected) => {
        const access = await createControl().forCredentials(ci, permission);
        await expect(access.allows(entity, environment)).resolves.toBe(
          expected,
        );
      },
    );

    it.each<[string, BackstageCredentials, Permission, string]>([
      [
        'that is not configured',
        mockCredentials.service('external:github:stranger'),
        performanceReadPermission,
        "The token of 'external:github:stranger' may do nothing here yet: add an entry with the subject 'external:github:stranger', its entities and its actions to performance.externalAccess in the app-config",
      ],
      [
        'without the action',
        ci,
        performanceDefinePermission,
        "The token of 'ci-payments' may not define: add 'define' to the actions of its entry in performance.externalAccess in the app-config",
      ],
    ])(
      '%s, says what to configure',
      async (_, credentials, permission, message) => {
        await expect(
          createControl().forCredentials(credentials, permission),
        ).rejects.toThrow(
          expect.objectContaining({ name: 'NotAllowedError', message }),
        );
      },
    );

    it("stays within the token's own restrictions", async () => {
      await expect(
        createControl(() => ({ result: AuthorizeResult.DENY })).forCredentials(
          ci,
          performanceUploadPermission,
        ),
      ).rejects.toThrow(
        "The token of 'ci-payments' is restricted to other permissions than performance.upload",
      );
    });

    it('hides an entity that it may not read', async () => {
      const control = createControl(undefined, [
        {
          subject: 'ci-payments',
          actions: ['upload'],
          decision: { type: 'entity', refs: [PAY.entityRef] },
        },
      ]);
      const access = await control.forCredentials(
        ci,
        performanceUploadPermission,
      );
      await expect(access.assertAllowed(PAY)).resolves.toBeUndefined();
      await expect(access.assertAllowed(PARCEL)).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
    });
  });

  it('tells all abilities at once', async () => {
    const control = createControl(permission => {
      switch (permission.name) {
        case performanceReadPermission.name:
          return { result: AuthorizeResult.ALLOW };
        case performanceAdministerPermission.name:
          return { result: AuthorizeResult.DENY };
        default:
          return createPerformanceConditionalDecision(
            permission,
            performanceConditions.isEntityOwner({
              claims: ['group:default/company'],
            }),
          );
      }
    });
    const request = { headers: {} } as Request;

    await expect(control.abilities(request, PAY)).resolves.toEqual({
      read: true,
      upload: true,
      contribute: true,
      approve: true,
      define: true,
      administer: false,
      review: true,
      finding: true,
    });
    expect(control.permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });
});
