import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component, newRun } from '../__testUtils__/fixtures';
import { OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from '../slos/__testUtils__/sloDefinition';

// Two backends on a busy machine.
jest.setTimeout(120_000);

const STEP_MS = 300_000;

const POLICY = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'ErrorBudgetPolicy',
  metadata: { name: 'budgets' },
  spec: {
    rules: [
      { name: 'low', when: { remainingBelow: '25 %' }, action: 'notify' },
      {
        name: 'spent',
        when: { remainingBelow: 0 },
        action: 'freeze',
        except: ['security'],
      },
    ],
  },
});

describe('error budgets on two backends over one PostgreSQL', () => {
  const databases = createTestDatabases();
  let otherKnex: Knex;
  let a: TestPerformance;
  let b: TestPerformance;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    otherKnex = knexFactory({
      ...knex.client.config,
      pool: { min: 0, max: 10 },
    });
    const start = (client: Knex) =>
      startPerformance({
        knex: client,
        entities: [component('checkout'), component('basket')],
        now: '2026-11-22T12:00:00Z',
        policy: PEOPLE,
      });
    a = await start(knex);
    b = await start(otherKnex);
    await a.services.catalogProjection.sweep();
  });
  afterAll(async () => {
    await Promise.all([a, b].map(backend => backend.stop()));
    await otherKnex.destroy();
  });

  function letItBe(time: string) {
    for (const backend of [a, b]) {
      backend.setNow(time);
    }
  }
  async function define(content: string) {
    const { status, body } = await a.call('POST', '/definitions', {
      json: { content },
    });
    expect([status, body.error]).toEqual([201, undefined]);
  }
  /** Pushes the same steps to both backends at once. */
  async function push(
    from: string,
    to: string,
    counts: { good: number; total: number },
  ) {
    const { body } = await a.call('GET', '/slos', {
      query: { entityRef: 'component:default/checkout' },
    });
    const [{ id }] = body.items;
    const steps = (Date.parse(to) - Date.parse(from)) / STEP_MS;
    const samples = Array.from({ length: steps }, (_, index) => ({
      time: new Date(Date.parse(from) + index * STEP_MS).toISOString(),
      ...counts,
    }));
    const pushed = await Promise.all(
      [a, b].map(backend =>
        backend.call('POST', `/slos/${id}/samples`, {
          json: { samples },
          user: OWNER,
        }),
      ),
    );
    expect(pushed.map(({ status }) => status)).toEqual([200, 200]);
  }
  /** What both backends say of the same run. */
  async function gateOf(runId: string) {
    const gates = await Promise.all(
      [a, b].map(backend => backend.call('GET', `/runs/${runId}/gate`)),
    );
    const [first, second] = gates.map(({ body }) => [
      body.gate.exitCode,
      ...body.gate.reasons.map(({ code }: any) => code),
    ]);
    expect(second).toEqual(first);
    return first;
  }
  async function upload(startedAt: string, changeLabels: string[] = []) {
    const { status, body } = await b.call('POST', '/runs', {
      json: newRun({ startedAt, more: { changeLabels } }),
      user: OWNER,
    });
    expect([status, body.error]).toEqual([201, undefined]);
    return body.run.id;
  }
  async function actions() {
    const { body } = await b.call('GET', '/error-budget-actions', {
      query: { entityRef: 'component:default/checkout' },
      user: READER,
    });
    return body.items
      .map(
        ({ action, startedAt, ended }: any) =>
          `${action} ${startedAt.slice(0, 16)} ${
            ended ? `${ended.reason} ${ended.at.slice(0, 16)}` : 'active'
          }`,
      )
      .sort();
  }
  /** What both backends together have told people since the last time. */
  async function told() {
    for (const { services } of [a, b]) {
      await services.notificationDuties.send();
    }
    return [a, b]
      .flatMap(({ notifications }) => notifications.splice(0))
      .map(({ payload }) => `${payload.title}. ${payload.description}`)
      .filter(text => /error.budget|fails "|meets "/.test(text))
      .sort();
  }

  it('freezes changes while a budget is spent, but for what the policy lets pass', async () => {
    await define(
      // 1 % of a day’s events.
      sloDefinition('availability', { component: 'checkout', duration: '1d' }),
    );
    await define(POLICY);
    await push('2026-11-22T06:00:00Z', '2026-11-22T12:00:00Z', {
      good: 1000,
      total: 1000,
    });
    const run = await upload('2026-11-22T11:30:00Z');
    expect(await gateOf(run)).toEqual([0]);
    expect(await actions()).toEqual([]);
    letItBe('2026-11-22T12:05:00Z');
    expect(await told()).toEqual([]);

    // An hour in which 72 of 1,000 fail: 864 of 84,000, where 840 are allowed.
    letItBe('2026-11-22T13:00:00Z');
    await push('2026-11-22T12:00:00Z', '2026-11-22T13:00:00Z', {
      good: 928,
      total: 1000,
    });
    expect(await gateOf(run)).toEqual([1, 'frozen']);
    expect(await upload('2026-11-22T12:30:00Z').then(gateOf)).toEqual([
      1,
      'frozen',
    ]);
    expect(
      await upload('2026-11-22T12:40:00Z', ['security']).then(gateOf),
    ).toEqual([0, 'excepted']);
    expect(
      await upload('2026-11-22T12:50:00Z', ['feature']).then(gateOf),
    ).toEqual([1, 'frozen']);
    expect(await actions()).toEqual([
      'freeze 2026-11-22T13:00 active',
      'notify 2026-11-22T13:00 active',
    ]);
    expect(await told()).toEqual([
      expect.stringMatching(
        /^Changes to checkout are frozen\. Title of availability in production: error budget overspent by 2\.86 %, burning 7\.2× over 1 h\. /,
      ),
      expect.stringMatching(/^The error budget of checkout is running out\. /),
      'checkout fails "Title of availability". 98.97 % in production, limit ≥ 99 %, error budget overspent by 2.86 %, burning 7.2× over 1 h',
    ]);
    const { body } = await a.call('GET', '/verdicts', {
      query: { ruleKind: 'slo', state: 'fail' },
      user: READER,
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        ruleId: 'slo:availability',
        value: expect.closeTo(1 - 864 / 84_000, 9),
        limit: { fail: expect.objectContaining({ value: 0.99 }) },
      }),
    ]);

    // The next hours go well: 864 of 120,000, where 1,200 are allowed.
    letItBe('2026-11-22T16:00:00Z');
    await push('2026-11-22T13:00:00Z', '2026-11-22T16:00:00Z', {
      good: 1000,
      total: 1000,
    });
    // Only what has been well for half an hour has recovered; either backend may notice.
    expect(await gateOf(run)).toEqual([1, 'frozen']);
    letItBe('2026-11-22T16:30:00Z');
    await Promise.all(
      [a, b].map(({ services }) => services.errorBudgetRecorder.endRecovered()),
    );
    expect(await gateOf(run)).toEqual([0]);
    expect(await actions()).toEqual([
      'freeze 2026-11-22T13:00 recovered 2026-11-22T16:30',
      'notify 2026-11-22T13:00 recovered 2026-11-22T16:30',
    ]);
    expect(await told()).toEqual([
      expect.stringMatching(/^Changes to checkout are no longer frozen\. /),
      expect.stringMatching(/^The error budget of checkout has recovered\. /),
    ]);
  });
});
