import {
  performanceFindingUpdatePermission,
  performanceReadPermission,
  performanceReviewAnswerPermission,
} from '@perf-governance/plugin-performance-common';
import { inEnvironment } from './inEnvironment';
import { isEntityOwner } from './isEntityOwner';
import { isFindingEntityOwner } from './isFindingEntityOwner';
import { isFindingOwner } from './isFindingOwner';
import { isReviewEntityOwner } from './isReviewEntityOwner';
import { isReviewer } from './isReviewer';
import {
  createPerformanceConditionalDecision,
  createPerformanceFindingConditionalDecision,
  createPerformanceReviewConditionalDecision,
  performanceConditions,
  performanceFindingConditions,
  performanceReviewConditions,
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

describe.each([
  [isReviewEntityOwner, { ...PAY, reviewers: ['user:default/ann'] }],
  [isFindingEntityOwner, { ...PAY, findingOwner: 'user:default/ann' }],
] as const)('$name of a record', (rule, resource) => {
  it.each([
    ["the entity's owner", ['Group:default/payments'], true],
    ["the owner's parent group", ['group:default/shop'], true],
    ['who it only names', ['user:default/ann'], false],
    ['nobody', [], false],
  ])('judges %s', (_, claims, expected) => {
    expect(rule.name).toBe('IS_ENTITY_OWNER');
    expect(rule.apply(resource as never, { claims })).toBe(expected);
    expect(rule.toQuery({ claims })).toEqual({
      type: 'owner',
      refs: claims.map(claim => claim.toLowerCase()),
    });
  });
});

describe('isReviewer', () => {
  it.each([
    ['a reviewer', ['user:default/ann'], ['user:default/ann'], true],
    [
      'one of several',
      ['user:default/bob', 'group:default/a'],
      ['Group:Default/A'],
      true,
    ],
    ['somebody else', ['user:default/bob'], ['user:default/ann'], false],
    ["the entity's owner", ['user:default/bob'], PAY.owners, false],
    ['a review without reviewers', [], ['user:default/ann'], false],
    ['nobody', ['user:default/bob'], [], false],
  ])('judges %s', (_, reviewers, claims, expected) => {
    expect(isReviewer.apply({ ...PAY, reviewers }, { claims })).toBe(expected);
    expect(isReviewer.toQuery({ claims })).toEqual({
      type: 'reviewer',
      refs: claims.map(claim => claim.toLowerCase()),
    });
  });
});

describe('isFindingOwner', () => {
  it.each([
    ['its owner', 'user:default/ann', ['User:default/Ann'], true],
    [
      "its owner's member",
      'group:default/a',
      ['user:default/x', 'group:default/a'],
      true,
    ],
    ['somebody else', 'user:default/bob', ['user:default/ann'], false],
    ["the entity's owner", 'user:default/bob', PAY.owners, false],
    ['one that nobody owns', undefined, ['user:default/ann'], false],
    ['nobody', 'user:default/bob', [], false],
  ])('judges %s', (_, findingOwner, claims, expected) => {
    expect(isFindingOwner.apply({ ...PAY, findingOwner }, { claims })).toBe(
      expected,
    );
    expect(isFindingOwner.toQuery({ claims })).toEqual({
      type: 'finding-owner',
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

  it.each([
    [
      'performance-review',
      createPerformanceReviewConditionalDecision(
        performanceReviewAnswerPermission,
        performanceReviewConditions.isReviewer({ claims: ['user:default/a'] }),
      ),
      'IS_REVIEWER',
    ],
    [
      'performance-finding',
      createPerformanceFindingConditionalDecision(
        performanceFindingUpdatePermission,
        performanceFindingConditions.isFindingOwner({
          claims: ['user:default/a'],
        }),
      ),
      'IS_FINDING_OWNER',
    ],
  ])('makes what a policy returns for a %s', (resourceType, decision, rule) => {
    expect(decision).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'performance',
      resourceType,
      conditions: {
        rule,
        resourceType,
        params: { claims: ['user:default/a'] },
      },
    });
  });
});
