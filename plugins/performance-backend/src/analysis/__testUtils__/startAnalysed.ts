import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  performanceAdministerPermission,
  performanceFindingCreatePermission,
  performanceReadPermission,
  SYNCHRONOUS_CALLS_ANNOTATION,
  TIER_ANNOTATION,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { budget, component } from '../../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
  TestPolicy,
} from '../../__testUtils__/startPerformance';

/** Reads and decides on everything but what the risk team owns. */
export const OUTSIDER = 'user:default/outsider';
/** Reads everything, and decides on what the payments team owns. */
export const OWNER = 'user:default/owner';
/** Reads what is about staging. */
export const STAGER = 'user:default/stager';

export const START = '2026-11-23T12:00:00Z';

const DENY = { result: AuthorizeResult.DENY } as const;

function notOfRisk(permission: typeof performanceReadPermission) {
  return createPerformanceConditionalDecision(permission, {
    not: performanceConditions.isEntityOwner({
      claims: ['group:default/risk'],
    }),
  });
}

const POLICY: TestPolicy = {
  [OUTSIDER]: {
    [performanceReadPermission.name]: notOfRisk(performanceReadPermission),
    [performanceFindingCreatePermission.name]: notOfRisk(
      performanceFindingCreatePermission,
    ),
    [performanceAdministerPermission.name]: notOfRisk(
      performanceAdministerPermission,
    ),
  },
  [OWNER]: {
    [performanceFindingCreatePermission.name]:
      createPerformanceConditionalDecision(
        performanceFindingCreatePermission,
        performanceConditions.isEntityOwner({
          claims: ['group:default/payments'],
        }),
      ),
    [performanceAdministerPermission.name]: DENY,
  },
  [STAGER]: {
    [performanceReadPermission.name]: createPerformanceConditionalDecision(
      performanceReadPermission,
      performanceConditions.inEnvironment({ environments: ['staging'] }),
    ),
    [performanceFindingCreatePermission.name]: DENY,
    [performanceAdministerPermission.name]: DENY,
  },
};

export interface Relations {
  owner?: string;
  dependsOn?: string[];
  tier?: string;
  calls?: string;
}

/** A component, or a resource by `resource:name`, as the catalog has it. */
export function related(text: string, relations: Relations = {}): Entity {
  const { owner, dependsOn = [], tier, calls } = relations;
  const name = text.replace('resource:', '');
  const entity = component(name, { owner });
  return {
    ...entity,
    kind: name === text ? 'Component' : 'Resource',
    metadata: {
      ...entity.metadata,
      annotations: {
        ...(tier && { [TIER_ANNOTATION]: tier }),
        ...(calls && { [SYNCHRONOUS_CALLS_ANNOTATION]: calls }),
      },
    },
    spec: {
      ...entity.spec,
      type: name === text ? 'service' : 'database',
    },
    relations: dependsOn.map(target => ({
      type: 'dependsOn',
      targetRef: target.includes(':')
        ? target.replace(':', ':default/')
        : `component:default/${target}`,
    })),
  };
}

/**
 * All depend on one database, and report on nothing else that the others have. Whatever the risk team owns is
 * confidential: ledger and vault, which depend on each other.
 */
export const CATALOG: Entity[] = [
  related('web', { dependsOn: ['checkout'], tier: '1', calls: 'checkout' }),
  related('checkout', {
    dependsOn: ['pay', 'resource:db'],
    tier: '1',
    calls: 'pay, resource:db',
  }),
  related('pay', {
    dependsOn: ['resource:db'],
    tier: '1',
    calls: 'none',
  }),
  related('report', {
    owner: 'discovery',
    dependsOn: ['resource:db', 'ledger'],
    tier: '2',
    calls: 'ledger',
  }),
  related('ledger', {
    owner: 'risk',
    dependsOn: ['resource:db', 'vault'],
  }),
  related('vault', { owner: 'risk', dependsOn: ['ledger'], tier: 'gold' }),
  related('job', { owner: 'discovery', dependsOn: ['resource:db'] }),
  related('resource:db'),
];

const DEFINITIONS = [
  budget('checkout-latency', { fail: '<= 300 ms', component: 'checkout' }),
  budget('pay-latency', { fail: '<= 400 ms', component: 'pay' }),
  budget('report-latency', { fail: '<= 200 ms', component: 'report' }),
  budget('ledger-latency', { fail: '<= 500 ms', component: 'ledger' }),
];

/** With budgets, and nothing analysed yet. */
export async function startAnalysed(
  knex: Knex,
  entities: Entity[] = CATALOG,
): Promise<TestPerformance> {
  const performance = await startPerformance({
    knex,
    now: START,
    entities,
    policy: POLICY,
  });
  await performance.services.catalogProjection.sweep();
  for (const content of DEFINITIONS) {
    const { status, body } = await performance.call('POST', '/definitions', {
      json: { content },
    });
    if (status !== 201) {
      throw new Error(`A definition was answered with ${JSON.stringify(body)}`);
    }
  }
  return performance;
}
