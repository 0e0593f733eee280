import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { inEnvironment } from './inEnvironment';
import { isEntityOwner } from './isEntityOwner';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './performanceConditions';
import { PerformanceEntityResource } from './performanceEntityResourceRef';

const PAY: PerformanceEntityResource = {
  entityRef: 'component:default/pay',
  owners: ['group:default/payments', 'group:default/shop'],
  environment: 'production',
};

describe('isEntityOwner', () => {
  it.each([
    ['the owner', ['group:default/payments'], true],
    ["the owner's parent group", ['group:default/shop'], true],
    ['a ref in another case', ['Group:Default/Payments'], true],
    ['someone else', ['user:default/ann', 'group:default/delivery'], false],
    ['nobody', [], false],
  ])('judges %s', (_, claims, expected) => {
    expect(isEntityOwner.apply(PAY, { claims })).toBe(expected);
    expect(isEntityOwner.toQuery({ claims })).toEqual({
      type: 'owner',
      refs: claims.map(claim => claim.toLowerCase()),
    });
  });
});

describe('inEnvironment', () => {
  it.each([
    ['the environment', PAY, ['staging', 'production'], true],
    ['another environment', PAY, ['staging'], false],
    ['no environment', PAY, [], false],
    [
      'the entity as a whole',
      { ...PAY, environment: undefined },
      ['production'],
      false,
    ],
  ])('judges %s', (_, resource, environments, expected) => {
    expect(inEnvironment.apply(resource, { environments })).toBe(expected);
    expect(inEnvironment.toQuery({ environments })).toEqual({
      type: 'environment',
      environments,
    });
  });
});

describe('createPerformanceConditionalDecision', () => {
  it('makes what a policy returns', () => {
    expect(
      createPerformanceConditionalDecision(performanceReadPermission, {
        not: performanceConditions.inEnvironment({
          environments: ['production'],
        }),
      }),
    ).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'performance',
      resourceType: 'performance-entity',
      conditions: {
        not: {
          rule: 'IN_ENVIRONMENT',
          resourceType: 'performance-entity',
          params: { environments: ['production'] },
        },
      },
    });
  });
});
