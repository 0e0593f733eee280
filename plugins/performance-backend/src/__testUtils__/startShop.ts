import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { budget, component, newRun } from './fixtures';
import { startPerformance, TestPerformance } from './startPerformance';

/** May read what the payments team owns. */
export const PAYER = 'user:default/payer';
/** May read what is about staging, or about no environment. */
export const STAGER = 'user:default/stager';
/** May read nothing at all. */
export const NOBODY = 'user:default/nobody';

function group(name: string, title: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: {
      type: 'team',
      parent,
      children: [],
      profile: { displayName: title },
    },
  };
}

function system(name: string, title: string, domainName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, title },
    spec: { owner: 'shop', domain: domainName },
  };
}

function domain(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name },
    spec: { owner: 'shop', subdomainOf: parent },
  };
}

/** The catalog of the shop. */
export const SHOP: Entity[] = [
  group('shop', 'The Shop'),
  group('payments', 'Payments', 'shop'),
  group('discovery', 'Discovery', 'shop'),
  domain('commerce'),
  domain('browsing', 'commerce'),
  system('buying', 'Buying', 'commerce'),
  system('finding', 'Finding', 'browsing'),
  component('checkout', { system: 'buying', tags: ['tier-1', 'java'] }),
  component('basket', { system: 'buying', tags: ['java'] }),
  component('search', { owner: 'discovery', system: 'finding' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orphan', namespace: 'default', title: 'An orphan' },
    spec: { type: 'library' },
  },
];

const DEFINITIONS = [
  budget('latency', { fail: '<= 300 ms', warn: '<= 250 ms' }),
  budget('endpoint-latency', {
    fail: '<= 500 ms',
    statistic: 'p50',
    per: ['endpoint'],
    component: 'checkout',
  }),
  JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Check',
    metadata: { name: 'classified', title: 'Its tier is known' },
    spec: {
      rationale: 'What matters most comes first.',
      fix: 'Add a tag.',
      guide: 'https://example.com/tiers',
      entity: { 'metadata.tags': { $contains: 'tier-1' } },
    },
  }),
  JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Scorecard',
    metadata: { name: 'baseline', title: 'Baseline' },
    spec: {
      levels: [
        { name: 'bronze', rules: [{ check: 'classified' }] },
        {
          name: 'silver',
          rules: [
            { budget: { metric: 'http.request.duration', statistic: 'p95' } },
          ],
        },
      ],
    },
  }),
  JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Goal',
    metadata: { name: 'tier-1-endpoints', title: 'Tier-1 endpoints are fast' },
    spec: {
      appliesTo: { tag: 'tier-1' },
      environment: 'production',
      label: 'endpoint',
      target: '95 %',
      by: '2027-06-30',
    },
  }),
];

const RUNS: Parameters<typeof newRun>[0][] = [
  {
    entity: 'checkout',
    startedAt: '2026-11-01T10:00:00Z',
    p95: 200,
    endpoints: { 'POST /pay': 100, 'GET /cart': 100 },
  },
  { entity: 'basket', startedAt: '2026-11-05T10:00:00Z', p95: 260 },
  {
    entity: 'search',
    environment: 'staging',
    startedAt: '2026-11-10T10:00:00Z',
    p95: 200,
  },
  { entity: 'search', startedAt: '2026-11-12T10:00:00Z', p95: 310 },
  {
    entity: 'checkout',
    startedAt: '2026-11-20T10:00:00Z',
    p95: 400,
    endpoints: { 'POST /pay': 1200, 'GET /cart': 100 },
  },
];

/**
 * A shop of four components, as of 2026-11-22:
 *
 * | component | owner              | system, domain             | latency in production  | staging | its tier is known |
 * | --------- | ------------------ | -------------------------- | ---------------------- | ------- | ----------------- |
 * | checkout  | payments < shop    | buying, commerce           | fail; pay fail, cart pass |      | pass              |
 * | basket    | payments < shop    | buying, commerce           | warn                   |         | fail              |
 * | search    | discovery < shop   | finding, browsing < commerce | fail                 | pass    | fail              |
 * | orphan    |                    |                            | no data, in none       |         | fail              |
 *
 * All of checkout passed until 20 November. It has reached bronze, nobody else any level.
 */
export async function startShop(knex: Knex): Promise<TestPerformance> {
  const performance = await startPerformance({
    knex,
    now: '2026-11-22T12:00:00Z',
    entities: SHOP,
    policy: {
      [PAYER]: {
        [performanceReadPermission.name]: createPerformanceConditionalDecision(
          performanceReadPermission,
          performanceConditions.isEntityOwner({
            claims: ['group:default/payments'],
          }),
        ),
      },
      [STAGER]: {
        [performanceReadPermission.name]: createPerformanceConditionalDecision(
          performanceReadPermission,
          performanceConditions.inEnvironment({ environments: ['staging'] }),
        ),
      },
      [NOBODY]: {
        [performanceReadPermission.name]: { result: AuthorizeResult.DENY },
      },
    },
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
  for (const run of RUNS) {
    const { status, body } = await performance.call('POST', '/runs', {
      json: newRun(run),
    });
    if (status !== 201) {
      throw new Error(`A run was answered with ${JSON.stringify(body)}`);
    }
  }
  return performance;
}
