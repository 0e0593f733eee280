import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { budget, component } from '../../__testUtils__/fixtures';
import { startPerformance } from '../../__testUtils__/startPerformance';
import { check, scorecard } from './definitions';

/** Sees nothing. */
export const STRANGER = 'user:default/stranger';
/** Sees what the payments team owns. */
export const PAYER = 'user:default/payer';

export const SCORECARD_ID = 'org/scorecard/baseline';

export const ENTITIES = [
  component('checkout', { owner: 'payments', tags: ['tier-1'] }),
  component('basket', { owner: 'shopping' }),
  component('mockup', { owner: 'shopping', tags: ['prototype'] }),
];

/**
 * The plugin with three services and a scorecard: bronze for a load test this month, silver for a soak
 * test and a response time, gold for a tag. Their weights are 2, 1, 4 and 1.
 */
export async function startWithScorecard(knex: Knex) {
  const performance = await startPerformance({
    knex,
    now: '2026-11-22T12:00:00.000Z',
    entities: ENTITIES,
    policy: {
      [STRANGER]: { 'performance.read': { result: AuthorizeResult.DENY } },
      [PAYER]: {
        'performance.read': createPerformanceConditionalDecision(
          performanceReadPermission,
          performanceConditions.isEntityOwner({
            claims: ['group:default/payments'],
          }),
        ),
      },
    },
  });
  const call = async (
    method: string,
    path: string,
    options?: Parameters<typeof performance.call>[2],
  ) => {
    const { status, body } = await performance.call(method, path, options);
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  };
  const get = (path: string, query = {}, user?: string) =>
    call('GET', path, { query, user });
  const define = (content: string) =>
    call('POST', '/definitions', { json: { content } });

  await performance.services.catalogProjection.sweep();
  await define(budget('latency', { fail: '<= 300 ms' }));
  await define(
    check('load-tested', {
      title: 'Load-tested this month',
      run: { type: 'load', within: '30d' },
    }),
  );
  await define(check('soaked', { title: 'Soaked', run: { type: 'soak' } }));
  await define(
    check('tier', { entity: { 'metadata.tags': { $contains: 'tier-1' } } }),
  );
  await define(
    scorecard('baseline', {
      exempt: [{ when: { tag: 'prototype' }, reason: 'It is a mock-up.' }],
      levels: [
        { name: 'bronze', rules: [{ check: 'load-tested', weight: 2 }] },
        {
          name: 'silver',
          rules: [
            { check: 'soaked' },
            {
              budget: { metric: 'http.request.duration', statistic: 'p95' },
              weight: 4,
            },
          ],
        },
        { name: 'gold', title: 'Pure gold', rules: [{ check: 'tier' }] },
      ],
    }),
  );
  return {
    performance,
    call,
    get,
    define,
    /** @returns the run's id. */
    upload: async (run: object): Promise<string> =>
      (await call('POST', '/runs', { json: run })).run.id,
    ofEntity: async (name: string) =>
      (await get(`/entities/component/default/${name}/scorecards`)).items,
  };
}
