import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component, newRun } from '../__testUtils__/fixtures';
import { APPROVER, OWNER, PEOPLE } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from '../slos/__testUtils__/sloDefinition';

// A backend on a busy machine.
jest.setTimeout(120_000);

const NOW = '2026-11-22T12:00:00Z';
const STEP_MS = 300_000;

function definition(kind: string, name: string, spec: object): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind,
    metadata: { name },
    spec,
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'verdicts of SLOs on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        now: NOW,
        entities: [component('checkout'), component('search')],
        policy: PEOPLE,
      });
      await performance.services.catalogProjection.sweep();
      for (const content of [
        sloDefinition('availability', {
          duration: '30d',
          more: {
            objectives: [
              { name: 'most', target: 0.9 },
              { name: 'nearly-all', target: 0.99 },
            ],
          },
        }),
        sloDefinition('freshness', { component: 'search' }),
        definition('Policy', 'slos', {
          rules: [{ slo: 'avail*' }],
          stages: [{ stage: 'block' }],
        }),
        definition('Scorecard', 'reliable', {
          levels: [
            { name: 'bronze', rules: [{ slo: 'availability' }] },
            { name: 'silver', rules: [{ slo: 'freshness' }] },
          ],
        }),
        definition('Goal', 'available', {
          rules: [{ slo: 'availability' }],
          target: 0.9,
        }),
        definition('Goal', 'all-slos', {
          rules: [{ area: 'slos' }],
          target: 0.9,
        }),
      ]) {
        await define(content);
      }
      // 5 % of checkout's events are bad, and none of search's.
      await push('checkout', 'availability', 950);
      await push('search', 'availability', 1000);
    });
    afterAll(() => performance.stop());

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.problems]).toEqual([201, []]);
    }
    async function get(path: string, query = {}) {
      const { status, body } = await performance.call('GET', path, { query });
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    }
    async function push(entity: string, name: string, good: number) {
      const { items } = await get('/slos', {
        entityRef: `component:default/${entity}`,
        limit: 100,
      });
      const ids = items
        .filter(({ ruleId }: any) => ruleId.startsWith(`slo:${name}`))
        .map(({ id }: any) => id);
      const samples = Array.from({ length: 12 }, (_, index) => ({
        time: new Date(Date.parse(NOW) - (12 - index) * STEP_MS).toISOString(),
        good,
        total: 1000,
      }));
      for (const id of ids) {
        const { status, body } = await performance.call(
          'POST',
          `/slos/${id}/samples`,
          { json: { samples } },
        );
        expect([status, body.error]).toEqual([200, undefined]);
      }
    }
    async function verdicts(query: object) {
      const { items } = await get('/verdicts', { sort: 'entity', ...query });
      return items
        .map(
          ({ subject, ruleId, state, value }: any) =>
            `${subject.entityRef.split('/')[1]} ${ruleId} ${state} ${value}`,
        )
        .sort();
    }

    const ALL = [
      'checkout slo:availability:most pass 0.95',
      'checkout slo:availability:nearly-all fail 0.95',
      'search slo:availability:most pass 1',
      'search slo:availability:nearly-all pass 1',
      'search slo:freshness no-data undefined',
    ];

    it('are listed by kind, area, rule and goal', async () => {
      expect(await verdicts({ ruleKind: 'slo' })).toEqual(ALL);
      expect(await verdicts({ area: 'slos' })).toEqual(ALL);
      expect(await verdicts({ rule: 'slo:availability:nearly-all' })).toEqual([
        ALL[1],
        ALL[3],
      ]);
      expect(await verdicts({ goal: 'org/goal/available' })).toEqual(
        ALL.slice(0, 4),
      );
      expect(await verdicts({ goal: 'org/goal/all-slos' })).toEqual(ALL);
      expect(await verdicts({ policy: 'org/policy/slos' })).toEqual(
        ALL.slice(0, 4),
      );
      expect(await verdicts({ ruleKind: 'budget' })).toEqual([]);
    });

    it('count in goals, rollups and scorecards', async () => {
      const { items: goals } = await get('/goals');
      expect(
        goals.map(({ definitionId, now }: any) => [
          definitionId,
          now.within,
          now.total,
        ]),
      ).toEqual([
        ['org/goal/all-slos', 3, 5],
        ['org/goal/available', 3, 4],
      ]);
      const { total } = await get('/rollups', {
        by: 'organisation',
        area: 'slos',
      });
      expect(total.counts.states).toMatchObject({
        fail: 1,
        pass: 3,
        'no-data': 1,
      });
      const { items } = await get(
        '/entities/component/default/checkout/scorecards',
      );
      expect(items[0]).toMatchObject({
        name: 'reliable',
        rules: [
          { ruleId: 'slo:availability', state: 'fail' },
          { ruleId: 'slo:freshness', state: 'no-data' },
        ],
      });
    });

    it('close the gate where a policy that is trusted blocks, and open it by a waiver up to its cap', async () => {
      const { body: run } = await performance.call('POST', '/runs', {
        json: newRun({ startedAt: '2026-11-22T11:00:00Z' }),
        user: OWNER,
      });
      const gate = async () => {
        const { gate: found } = await get(`/runs/${run.run.id}/gate`);
        return [found.exitCode, ...found.reasons.map(({ code }: any) => code)];
      };
      // Nobody trusts the policy yet: it warns, which concerns no run's gate.
      expect(await gate()).toEqual([0]);
      await performance.call(
        'POST',
        `/policies/${encodeURIComponent('org/policy/slos')}/trust-overrides`,
        { json: { reason: 'The season begins tomorrow.' } },
      );
      await performance.services.evaluation.reevaluateEntities('all');
      expect(await gate()).toEqual([1, 'slo-failed']);

      const request = async (cap: string) =>
        performance.call('POST', '/waivers', {
          json: {
            entityRef: 'component:default/checkout',
            ruleId: 'slo:availability:nearly-all',
            environment: 'production',
            reason: 'The provider has an outage today.',
            cap,
            expiresAt: '2026-12-01T00:00:00Z',
          },
          user: OWNER,
        });
      expect((await request('>= 99.5 %')).status).toBe(400);
      const { body: waiver } = await request('>= 94 %');
      await performance.call('POST', '/waivers/decisions', {
        json: { ids: [waiver.id], decision: 'approve' },
        user: APPROVER,
      });
      expect(await gate()).toEqual([0, 'waived']);
      await push('checkout', 'availability', 930);
      expect(await gate()).toEqual([1, 'cap-exceeded']);
      await push('checkout', 'availability', 1000);
      expect(await gate()).toEqual([0]);
    });

    it('tell their history', async () => {
      const { items } = await get('/verdicts', {
        rule: 'slo:availability:nearly-all',
        entityRef: 'component:default/checkout',
      });
      const { history } = await get(`/verdicts/${items[0].id}`);
      expect(history.map(({ state }: any) => state)).toEqual([
        'pass',
        'fail',
        'no-data',
      ]);
    });
  },
);
