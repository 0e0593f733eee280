import { SloFact } from '@perf-governance/plugin-performance-common';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component, newRun } from '../__testUtils__/fixtures';
import { APPROVER, OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// A backend on a busy machine.
jest.setTimeout(120_000);

const PUSHED = { metricSource: { type: 'pushed' } };

const AVAILABILITY = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'SLO',
  metadata: { name: 'availability', title: 'Availability' },
  spec: {
    service: 'checkout',
    timeWindow: [{ duration: '30d', isRolling: true }],
    indicator: { spec: { ratioMetric: { good: PUSHED, total: PUSHED } } },
    objectives: [{ target: 0.999 }],
  },
});

function policy(rules: object[]): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'ErrorBudgetPolicy',
    metadata: { name: 'budgets' },
    spec: { rules },
  });
}

const FREEZE = {
  name: 'spent',
  when: { remainingBelow: 0 },
  action: 'freeze',
  except: ['security'],
};
const WARN = { name: 'low', when: { remainingBelow: '25 %' }, action: 'warn' };
const APPROVAL = {
  name: 'spent',
  when: { remainingBelow: 0 },
  action: 'require-approval',
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'error-budget policies on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let minute = 0;
    /** How the SLO stands, as its measuring would say. */
    let slos: SloFact[] = [];

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [component('checkout'), component('basket')],
        now: '2026-11-22T08:00:00Z',
        policy: PEOPLE,
      });
      const { catalogProjection, factSources } = performance.services;
      const entity = await catalogProjection.ensure(
        'component:default/checkout',
      );
      factSources.push({
        load: async () => new Map(entity && [[entity.id, { slos }]]),
      });
      await define(AVAILABILITY);
    });
    afterAll(() => performance.stop());

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect({ status, problems: body.problems }).toEqual({
        status: 201,
        problems: [],
      });
    }
    const redefine = (content: string) =>
      performance.call(
        'PUT',
        '/definitions/org%2Ferrorbudgetpolicy%2Fbudgets',
        {
          json: { content },
        },
      );

    function stand(remainingShare: number | undefined, code?: string) {
      const common = {
        definitionId: 'org/slo/availability',
        environment: 'production',
        target: 0.999,
        measuredAt: '2026-11-22T08:00:00Z',
      };
      slos = [
        remainingShare === undefined
          ? {
              ...common,
              state: 'no-data',
              reason: { code: code ?? 'no-samples', message: 'Silence.' },
              burnRates: {},
            }
          : {
              ...common,
              state: remainingShare < 0 ? 'fail' : 'pass',
              attainment: 1 - 0.001 * (1 - remainingShare),
              remainingShare,
              burnRates: { 3600: 2 },
            },
      ];
    }
    /** Some minutes later, by the schedule. */
    async function wait(minutes: number) {
      minute += minutes;
      performance.setNow(
        new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString(),
      );
      await performance.services.errorBudgetRecorder.endRecovered();
    }
    /** A minute later, the SLO has been evaluated anew. */
    async function later(remainingShare?: number, code?: string) {
      stand(remainingShare, code);
      await wait(1);
      await performance.services.evaluation.reevaluateEntities('all');
    }
    async function list(query: Record<string, string | boolean> = {}) {
      const { status, body } = await performance.call(
        'GET',
        '/error-budget-actions',
        { query, user: READER },
      );
      expect({ status, error: body.error }).toEqual({ status: 200 });
      return body.items.map(
        ({ rule, action, ended }: any) =>
          `${rule} ${action} ${ended ? ended.reason : 'active'}`,
      );
    }
    async function told() {
      const { notificationDuties } = performance.services;
      await notificationDuties.send();
      return performance.notifications
        .splice(0)
        .map(({ payload }) => `${payload.title}: ${payload.description}`)
        .filter(text => /^(Changes|The error budget|A policy)/.test(text));
    }

    it('records when an action begins and ends, and tells the owner once each', async () => {
      await define(policy([FREEZE, WARN]));
      await later(0.5);
      expect(await list()).toEqual([]);

      await later(0.2);
      expect(await list()).toEqual(['low warn active']);
      expect(await told()).toEqual([
        'The error budget of checkout is running out: Availability in production: 20 % of the error budget left, burning 2× over 1 h. Error-budget policy budgets (low).',
      ]);

      await later(-0.12);
      await later(-0.2);
      expect(await list({ active: true })).toEqual([
        'spent freeze active',
        'low warn active',
      ]);
      expect(await told()).toEqual([
        'Changes to checkout are frozen: Availability in production: error budget overspent by 12 %, burning 2× over 1 h. Error-budget policy budgets (spent). Changes labelled security pass.',
      ]);

      // Silence is not recovery.
      await later(undefined, 'source-down');
      expect(await list({ active: true })).toHaveLength(2);
      // What may yet come back, has not recovered: it is told of once, in the end.
      await later(0.1);
      await wait(28);
      expect(await list({ active: true })).toHaveLength(2);
      await later(-0.01);
      await wait(40);
      await later(0.1);
      await wait(10);
      await later(undefined, 'source-down');
      await wait(40);
      await later(0.1);
      await wait(29);
      expect(await list({ active: true })).toHaveLength(2);
      expect(await told()).toEqual([]);
      const { body: recovering } = await performance.call(
        'GET',
        '/error-budget-actions',
        { query: { action: 'freeze' } },
      );
      expect(recovering.items).toMatchObject([
        { recoveringSince: '2026-11-22T10:08:00.000Z' },
      ]);
      await wait(1);
      expect(await list()).toEqual([
        'spent freeze recovered',
        'low warn active',
      ]);
      expect(await told()).toEqual([
        'Changes to checkout are no longer frozen: Availability in production: the error-budget policy budgets no longer calls for it (spent).',
      ]);

      const { body } = await performance.call('GET', '/error-budget-actions', {
        query: { active: false },
      });
      expect(body).toMatchObject({
        totalItems: 1,
        items: [
          {
            entity: { entityRef: 'component:default/checkout' },
            definitionId: 'org/errorbudgetpolicy/budgets',
            ruleId: 'slo:availability',
            environment: 'production',
            except: ['security'],
            startedAt: '2026-11-22T08:03:00.000Z',
            ended: { at: '2026-11-22T10:38:00.000Z', reason: 'recovered' },
          },
        ],
      });
      expect(
        performance.events
          .splice(0)
          .filter(
            ({ topic }) => topic === 'performance-governance.error-budgets',
          )
          .map(({ eventPayload }: any) => [
            eventPayload.rule,
            eventPayload.action,
            eventPayload.endReason,
          ]),
      ).toEqual([
        ['low', 'warn', undefined],
        ['spent', 'freeze', undefined],
        ['spent', 'freeze', 'recovered'],
      ]);
    });

    it('closes the gate while changes are frozen, but not for labels that pass', async () => {
      await later(-0.2);
      const upload = async (options: {
        minute: number;
        changeLabels?: string[];
        dryRun?: boolean;
      }) => {
        const { status, body } = await performance.call('POST', '/runs', {
          json: newRun({
            startedAt: `2026-11-22T07:0${options.minute}:00Z`,
            more: { ...options, minute: undefined },
          }),
          user: OWNER,
        });
        expect({ status, error: body.error }).toEqual({
          status: expect.any(Number),
        });
        return {
          run: body.run.id,
          labels: body.run.changeLabels,
          exitCode: body.gate.gate.exitCode,
          reasons: body.gate.gate.reasons.map(({ code }: any) => code),
        };
      };
      const frozen = await upload({ minute: 1 });
      expect(frozen).toMatchObject({
        exitCode: 1,
        reasons: expect.arrayContaining(['error-budget-low', 'frozen']),
      });
      const labelled = await upload({
        minute: 2,
        changeLabels: ['security', 'security', 'feature'],
      });
      expect(labelled).toMatchObject({
        labels: ['feature', 'security'],
        exitCode: 0,
        reasons: expect.arrayContaining(['error-budget-low', 'excepted']),
      });
      const gateOf = async (run: string) => {
        const { body } = await performance.call('GET', `/runs/${run}/gate`);
        return body.gate.exitCode;
      };
      expect(await gateOf(frozen.run)).toBe(1);
      expect(await gateOf(labelled.run)).toBe(0);

      // The same report again, with a label: a dry run stores nothing.
      expect(
        await upload({ minute: 1, changeLabels: ['security'], dryRun: true }),
      ).toMatchObject({ run: frozen.run, exitCode: 0 });
      expect(await gateOf(frozen.run)).toBe(1);
      await upload({ minute: 1, changeLabels: ['security'] });
      expect(await gateOf(frozen.run)).toBe(0);

      expect(
        (
          await performance.call('POST', '/runs', {
            json: newRun({
              startedAt: '2026-11-22T07:05:00Z',
              more: { changeLabels: ['security,feature'] },
            }),
          })
        ).status,
      ).toBe(400);
    });

    it('takes an action for another one when the policy does, and asks for approval', async () => {
      expect((await redefine(policy([APPROVAL]))).status).toBe(200);
      await later(-0.3);
      expect(await list({ active: true })).toEqual([
        'spent require-approval active',
      ]);
      expect(await list({ active: false })).toEqual(
        expect.arrayContaining(['spent freeze changed', 'low warn gone']),
      );
      await told();

      const { body: uploaded } = await performance.call('POST', '/runs', {
        json: newRun({ startedAt: '2026-11-22T07:06:00Z' }),
        user: OWNER,
      });
      expect(uploaded.gate.gate).toMatchObject({
        exitCode: 1,
        reasons: [{ code: 'approval-required', ruleId: 'slo:availability' }],
      });
      const { status, body: waiver } = await performance.call(
        'POST',
        '/waivers',
        {
          json: {
            entityRef: 'component:default/checkout',
            ruleId: 'slo:availability',
            environment: 'production',
            reason: 'The fix for the outage has to go out.',
            expiresAt: '2026-11-30T00:00:00Z',
          },
          user: OWNER,
        },
      );
      expect({ status, error: waiver.error }).toEqual({ status: 201 });
      const gate = async () => {
        const { body } = await performance.call(
          'GET',
          `/runs/${uploaded.run.id}/gate`,
        );
        return [
          body.gate.exitCode,
          ...body.gate.reasons.map(({ code }: any) => code),
        ];
      };
      expect(await gate()).toEqual([1, 'approval-required']);
      await performance.call('POST', '/waivers/decisions', {
        json: { ids: [waiver.id], decision: 'approve' },
        user: APPROVER,
      });
      expect(await gate()).toEqual([0, 'approved']);
      performance.setNow('2026-11-30T00:00:00Z');
      expect(await gate()).toEqual([1, 'approval-required']);
    });

    it('is lifted by breaking the glass, and gone with its policy', async () => {
      performance.setNow('2026-11-30T01:00:00Z');
      await redefine(policy([FREEZE]));
      await performance.services.evaluation.reevaluateEntities('all');
      expect(await list({ active: true })).toEqual(['spent freeze active']);
      const { body } = await performance.call('POST', '/runs', {
        json: newRun({ startedAt: '2026-11-30T00:30:00Z' }),
      });
      expect(body.gate.gate.exitCode).toBe(1);
      await performance.call(
        'POST',
        '/entities/component/default/checkout/break-glass',
        { json: { reason: 'Rolling back an outage.', hours: 1 } },
      );
      const { body: opened } = await performance.call(
        'GET',
        `/runs/${body.run.id}/gate`,
      );
      expect(opened.gate).toMatchObject({
        exitCode: 0,
        reasons: [{ code: 'frozen' }, { code: 'overridden' }],
      });

      await performance.call(
        'DELETE',
        '/definitions/org%2Ferrorbudgetpolicy%2Fbudgets',
      );
      await performance.services.evaluation.reevaluateEntities('all');
      expect(await list({ active: true })).toEqual([]);
      expect((await list({ active: false }))[0]).toBe('spent freeze gone');
    });
  },
);
