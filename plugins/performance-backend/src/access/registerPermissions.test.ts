import { mockServices } from '@backstage/backend-test-utils';
import {
  performanceEntityPermissions,
  performanceFindingPermissions,
  performanceReviewPermissions,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityStore } from '../catalog/EntityStore';
import { registerPermissions } from './registerPermissions';

describe('registerPermissions', () => {
  it('loads the resources that search asks about one by one', async () => {
    const permissionsRegistry = mockServices.permissionsRegistry.mock();
    const getByRef = jest.fn(async (entityRef: string) =>
      entityRef === 'component:default/pay'
        ? { entityRef, fact: { owners: ['group:default/payments'] } }
        : undefined,
    );
    registerPermissions({
      permissionsRegistry,
      entityStore: { getByRef } as unknown as EntityStore,
      knex: {} as Knex,
    });

    const [[registered], [reviews], [findings]] =
      permissionsRegistry.addResourceType.mock.calls;
    expect(reviews.permissions).toEqual(performanceReviewPermissions);
    expect(reviews.rules.map(({ name }) => name)).toEqual([
      'IS_ENTITY_OWNER',
      'IS_REVIEWER',
    ]);
    expect(findings.permissions).toEqual(performanceFindingPermissions);
    expect(findings.rules.map(({ name }) => name)).toEqual([
      'IS_ENTITY_OWNER',
      'IS_FINDING_OWNER',
    ]);
    expect(registered.permissions).toEqual(performanceEntityPermissions);
    expect(registered.rules.map(({ name }) => name)).toEqual([
      'IS_ENTITY_OWNER',
      'IN_ENVIRONMENT',
    ]);
    await expect(
      registered.getResources?.([
        'component:default/pay',
        'component:default/unheard-of',
        'component:default/pay#production',
      ]),
    ).resolves.toEqual([
      {
        entityRef: 'component:default/pay',
        owners: ['group:default/payments'],
      },
      undefined,
      {
        entityRef: 'component:default/pay',
        owners: ['group:default/payments'],
        environment: 'production',
      },
    ]);
  });
});
