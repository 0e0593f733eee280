import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { APPROVER, ARCHITECT, OWNER, PEOPLE } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from '../reviews/__testUtils__/conductReviews';
import { reviewTemplate } from '../reviews/__testUtils__/template';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const PAY = 'component:default/pay';

function definition(kind: string, name: string, spec: object): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind,
    metadata: { name, title: `Title of ${name}` },
    spec,
  });
}

function check(name: string, condition: object): string {
  return definition('Check', name, {
    rationale: 'Why.',
    fix: 'How.',
    guide: 'https://example.com/guide',
    ...condition,
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'verdicts of findings and reviews on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const { publish } = conductReviews(() => performance);

    beforeEach(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [component('pay'), component('basket')],
        now: '2026-11-22T12:00:00Z',
        policy: PEOPLE,
        config: { performance: { trust: { daysAtWarn: 0, maxWaiverRate: 1 } } },
      });
      await performance.services.catalogProjection.sweep();
    });
    afterEach(async () => {
      await performance.services.reevaluations.stop();
      await performance.stop();
    });

    /** As somebody who may do everything unless told otherwise. */
    const ask = async (
      method: string,
      path: string,
      options: Parameters<TestPerformance['call']>[2] = {},
    ) => {
      const { status, body } = await performance.call(method, path, options);
      if (status >= 300) {
        throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
      }
      await performance.services.reevaluations.whenIdle();
      return body;
    };
    const define = async (content: string) => {
      await ask('POST', '/definitions', { json: { content } });
      await performance.services.trustAssessor.assess();
    };
    const record = async (more: object = {}): Promise<string> =>
      (
        await ask('POST', '/findings', {
          json: {
            entityRef: PAY,
            title: 'Orders lack an index',
            category: 'missing-index',
            severity: 'high',
            likelihood: 'high',
            ...more,
          },
          user: ARCHITECT,
        })
      ).id;
    const step = async (id: string, status: string, user: string) => {
      const { version } = await ask('GET', `/findings/${id}`);
      return ask('POST', `/findings/${id}/status`, {
        json: { version, status },
        user,
      });
    };
    /** `entity rule state stage`, waived in brackets. */
    const verdicts = async (query: object = { ruleKind: 'finding' }) =>
      (
        await ask('GET', '/verdicts', { query: { ...query, sort: 'entity' } })
      ).items.map((one: any) =>
        [
          one.entity.name,
          one.ruleId,
          one.waiver ? `(${one.state})` : one.state,
          one.enforcement.stage,
        ].join(' '),
      );
    const gate = async () => {
      const { run } = await ask('POST', '/runs', {
        json: newRun({
          entity: 'pay',
          startedAt: new Date(
            performance.services.clock().getTime() - 3_600_000,
          ).toISOString(),
        }),
      });
      const { gate: result } = await ask('GET', `/runs/${run.id}/gate`);
      return [
        result.exitCode,
        ...result.reasons.map((one: any) => `${one.code} ${one.ruleId}`),
      ];
    };
    const scorecard = async (entity: string) => {
      const { items } = await ask(
        'GET',
        `/entities/component/default/${entity}/scorecards`,
      );
      return items[0].rules.map(
        ({ ruleId, state, holds, waived }: any) =>
          `${ruleId} ${state}${holds ? ' holds' : ''}${
            waived ? ' waived' : ''
          }`,
      );
    };

    it('are those of every entity that a finding affects, as long as it does', async () => {
      const id = await record({ affected: ['component:default/basket'] });
      expect(await verdicts()).toEqual([
        `basket finding:${id} fail observe`,
        `pay finding:${id} fail observe`,
      ]);
      const [verdict] = (
        await ask('GET', '/verdicts', {
          query: { area: 'findings', entityRef: PAY },
        })
      ).items;
      expect(verdict).toMatchObject({
        kind: 'finding',
        title: 'Orders lack an index',
        area: 'findings',
        reason: { code: 'open', message: 'Its risk is high.' },
        finding: {
          findingId: id,
          category: 'missing-index',
          risk: 'high',
          status: 'open',
        },
      });
      await step(id, 'resolved', OWNER);
      await step(id, 'verified', ARCHITECT);
      expect(await verdicts()).toEqual([
        `basket finding:${id} pass observe`,
        `pay finding:${id} pass observe`,
      ]);
      const { history } = await ask('GET', `/verdicts/${verdict.id}`);
      expect(history.map(({ state }: any) => state)).toEqual(['pass', 'fail']);
    });

    it('go with their entity, and come back with it', async () => {
      const { catalogProjection, reevaluations } = performance.services;
      const sweep = async () => {
        await catalogProjection.sweep();
        await catalogProjection.sweep();
        await reevaluations.whenIdle();
      };
      const id = await record({ affected: ['component:default/basket'] });
      performance.setCatalog([component('pay')]);
      await sweep();
      expect(await verdicts()).toEqual([`pay finding:${id} fail observe`]);
      performance.setCatalog([component('pay'), component('basket')]);
      await sweep();
      expect(await verdicts()).toEqual([
        `basket finding:${id} fail observe`,
        `pay finding:${id} fail observe`,
      ]);
    });

    it('fail from the day after the due date on, by time alone', async () => {
      const id = await record({
        severity: 'low',
        likelihood: 'low',
        dueDate: '2026-11-23',
      });
      const { services } = performance;
      performance.setNow('2026-11-23T23:59:00Z');
      await services.evaluation.reevaluateDue();
      expect(await verdicts()).toEqual([`pay finding:${id} warn observe`]);
      performance.setNow('2026-11-24T00:01:00Z');
      await services.evaluation.reevaluateDue();
      expect(await verdicts()).toEqual([`pay finding:${id} fail observe`]);
    });

    it('close the gate where a policy says so, until the risk is accepted', async () => {
      await define(budget('latency', { fail: '<= 300 ms' }));
      const id = await record({ affected: ['component:default/basket'] });
      await record({
        title: 'Hardly tested',
        category: 'testing',
        severity: 'low',
      });
      expect(await gate()).toEqual([0]);
      await define(
        definition('Policy', 'risks', {
          rules: [{ finding: { atLeast: 'high' } }],
          stages: [{ stage: 'block' }],
        }),
      );
      expect(await gate()).toEqual([1, `finding-failed finding:${id}`]);

      // The risk is accepted by a waiver and nothing else.
      const { id: waiverId } = await ask('POST', '/waivers', {
        json: {
          entityRef: PAY,
          ruleId: `finding:${id}`,
          environment: '*',
          reason: 'The table is dropped in January.',
          expiresAt: '2026-12-31T00:00:00Z',
        },
        user: OWNER,
      });
      await ask('POST', '/waivers/decisions', {
        json: { ids: [waiverId], decision: 'approve' },
        user: APPROVER,
      });
      expect(await verdicts({ rule: `finding:${id}` })).toEqual([
        `basket finding:${id} (fail) block`,
        `pay finding:${id} (fail) block`,
      ]);
      expect((await ask('GET', `/findings/${id}`)).status).toBe(
        'risk-accepted',
      );
      expect(await gate()).toEqual([0, `waived finding:${id}`]);

      performance.setNow('2026-12-31T00:01:00Z');
      await performance.services.waiverDesk.expire();
      await performance.services.reevaluations.whenIdle();
      expect((await ask('GET', `/findings/${id}`)).status).toBe('open');
      expect(await verdicts({ rule: `finding:${id}` })).toEqual([
        `basket finding:${id} fail block`,
        `pay finding:${id} fail block`,
      ]);
      expect(await gate()).toEqual([1, `finding-failed finding:${id}`]);

      await step(id, 'resolved', OWNER);
      expect(await gate()).toEqual([1, `finding-failed finding:${id}`]);
      await step(id, 'verified', ARCHITECT);
      expect(await gate()).toEqual([0]);
    });

    it('block by findings that come later, once a policy is trusted with any', async () => {
      await define(
        definition('Policy', 'risks', {
          rules: [{ finding: '*' }],
          stages: [{ stage: 'block' }],
        }),
      );
      const first = await record();
      await performance.services.trustAssessor.assess();
      const later = await record({ title: 'Calls lack timeouts' });
      expect((await verdicts()).sort()).toEqual([
        `pay finding:${first} fail block`,
        `pay finding:${later} fail block`,
      ]);
      const { trustRules } = await ask(
        'GET',
        `/policies/${encodeURIComponent('org/policy/risks')}`,
      );
      expect(trustRules).toEqual([
        expect.objectContaining({
          ruleId: 'finding:*',
          title: 'Findings',
          trusted: true,
        }),
      ]);
    });

    it('are told of as findings, and not as verdicts once more', async () => {
      await define(
        definition('Policy', 'risks', {
          rules: [{ finding: '*' }],
          stages: [{ stage: 'notify' }],
        }),
      );
      const sent = async (now: string) => {
        performance.setNow(now);
        await performance.services.notificationDuties.send();
        return performance.notifications
          .splice(0)
          .map(({ payload }) => payload.title);
      };
      const id = await record();
      expect(await verdicts()).toEqual([`pay finding:${id} fail notify`]);
      expect(await sent('2026-11-22T13:00:00Z')).toEqual([
        `Finding: F-${id} Orders lack an index`,
      ]);
      await step(id, 'resolved', OWNER);
      await step(id, 'verified', ARCHITECT);
      expect(await sent('2026-11-22T14:00:00Z')).toEqual([
        `To verify: F-${id} Orders lack an index`,
        `Finding verified: F-${id} Orders lack an index`,
      ]);
    });

    it('count in scorecards, rollups and goals', async () => {
      await define(
        definition('Scorecard', 'architecture', {
          levels: [
            {
              name: 'bronze',
              rules: [{ finding: { atLeast: 'high' } }, { finding: '*' }],
            },
          ],
        }),
      );
      for (const [name, finding] of [
        ['all', '*'],
        ['indexed', { category: 'missing-index' }],
        ['safe', { atLeast: 'critical' }],
      ]) {
        await define(
          definition('Goal', String(name), {
            rules: [{ finding }],
            target: '100 %',
          }),
        );
      }
      expect(await scorecard('pay')).toEqual([
        'finding:*:high pass holds',
        'finding:* pass holds',
      ]);
      const id = await record();
      expect(await scorecard('pay')).toEqual([
        'finding:*:high fail',
        'finding:* fail',
      ]);
      expect(await scorecard('basket')).toEqual([
        'finding:*:high pass holds',
        'finding:* pass holds',
      ]);
      const { total } = await ask('GET', '/rollups', {
        query: { by: 'organisation', area: 'findings' },
      });
      expect(total.counts).toMatchObject({ within: 0, total: 1 });
      const goals = async () =>
        (await ask('GET', '/goals')).items
          .map(
            (goal: any) => `${goal.name} ${goal.now.within}/${goal.now.total}`,
          )
          .sort();
      expect(await goals()).toEqual(['all 0/1', 'indexed 0/1', 'safe 0/0']);
      await step(id, 'resolved', OWNER);
      await step(id, 'verified', ARCHITECT);
      expect(await goals()).toEqual(['all 1/1', 'indexed 1/1', 'safe 0/0']);
      expect(await scorecard('pay')).toEqual([
        'finding:*:high pass holds',
        'finding:* pass holds',
      ]);
    });

    it('are of checks, too', async () => {
      await define(reviewTemplate());
      await define(check('no-high-risks', { finding: { atLeast: 'high' } }));
      await define(
        check('reviewed', { review: { template: 'service', within: '90d' } }),
      );
      await define(
        definition('Scorecard', 'architecture', {
          levels: [
            {
              name: 'bronze',
              rules: [{ check: 'no-high-risks' }, { check: 'reviewed' }],
            },
          ],
        }),
      );
      expect(await scorecard('pay')).toEqual([
        'check:no-high-risks pass holds',
        'check:reviewed fail',
      ]);
      await publish('pay');
      await record();
      await performance.services.reevaluations.whenIdle();
      expect(await scorecard('pay')).toEqual([
        'check:no-high-risks fail',
        'check:reviewed pass holds',
      ]);
      // It gets too old by itself.
      performance.setNow('2027-02-20T12:01:00Z');
      await performance.services.evaluation.reevaluateDue();
      expect(await scorecard('pay')).toEqual([
        'check:no-high-risks fail',
        'check:reviewed fail',
      ]);
      const [verdict] = (
        await ask('GET', '/verdicts', {
          query: { rule: 'check:reviewed', entityRef: PAY },
        })
      ).items;
      expect(verdict.reason.code).toBe('review-expired');
    });
  },
);
