import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  performanceAdministerPermission,
  performanceApprovePermission,
  performanceContributePermission,
  performanceDefinePermission,
  performanceFindingCreatePermission,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
  performanceReadPermission,
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
  performanceReviewCreatePermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import { DemoPolicy } from './DemoPolicy';

const payments = ['user:default/olivia.reyes', 'group:default/payments'];
const architects = [
  'user:default/anders.lindqvist',
  'group:default/architecture',
];
const platform = ['user:default/priya.nair', 'group:default/platform'];

function decide(permission: Permission, claims?: string[]) {
  const policy = new DemoPolicy({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/somebody',
      ownershipEntityRefs: claims ?? [],
    }),
  });
  const user = claims
    ? ({ credentials: mockCredentials.user() } as PolicyQueryUser)
    : undefined;
  return policy.handle({ permission }, user);
}

describe('DemoPolicy', () => {
  it.each([
    performanceReadPermission,
    performanceUploadPermission,
    performanceContributePermission,
    performanceApprovePermission,
    performanceDefinePermission,
    performanceAdministerPermission,
  ])('lets the platform team do $name everywhere', async permission => {
    await expect(decide(permission, platform)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each([
    performanceUploadPermission,
    performanceContributePermission,
    performanceDefinePermission,
  ])('lets others do $name for what they own', async permission => {
    await expect(decide(permission, payments)).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'performance',
      conditions: { rule: 'IS_ENTITY_OWNER', params: { claims: payments } },
    });
  });

  it.each([
    performanceReviewCreatePermission,
    performanceReviewConductPermission,
    performanceFindingCreatePermission,
    performanceFindingVerifyPermission,
  ])('leaves $name to architects, for what they may see', async permission => {
    await expect(decide(permission, payments)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    const decision = await decide(permission, architects);
    expect(decision).toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    expect(JSON.stringify(decision)).toContain(
      '{"not":{"rule":"IS_ENTITY_OWNER","resourceType":',
    );
    expect(JSON.stringify(decision)).toContain('group:default/risk');
  });

  it.each([
    [performanceReviewAnswerPermission, 'IS_REVIEWER'],
    [performanceFindingUpdatePermission, 'IS_FINDING_OWNER'],
  ])(
    'lets others do $name where they are involved',
    async (permission, rule) => {
      await expect(decide(permission, payments)).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          anyOf: [
            { rule: 'IS_ENTITY_OWNER', params: { claims: payments } },
            { rule, params: { claims: payments } },
          ],
        },
      });
    },
  );

  it('hides what the risk team owns from everybody else', async () => {
    await expect(
      decide(performanceReadPermission, payments),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          { rule: 'IS_ENTITY_OWNER', params: { claims: payments } },
          {
            not: {
              rule: 'IS_ENTITY_OWNER',
              params: { claims: ['group:default/risk'] },
            },
          },
        ],
      },
    });
  });

  it.each([performanceAdministerPermission, performanceApprovePermission])(
    'leaves $name to the platform team',
    async permission => {
      await expect(decide(permission, payments)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );

  it('shows nothing to a caller without an identity', async () => {
    await expect(decide(performanceReadPermission)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('has no opinion about the permissions of other plugins', async () => {
    await expect(
      decide(createPermission({ name: 'other', attributes: {} }), payments),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });
});
