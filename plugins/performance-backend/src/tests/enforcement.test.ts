import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { APPROVER, OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two backends on a busy machine.
jest.setTimeout(120_000);

const POLICY = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'Policy',
  metadata: { name: 'api-latency', title: 'API latency' },
  spec: {
    appliesTo: { entity: { kind: 'Component' } },
    rules: [{ budget: { metric: 'http.request.duration', statistic: 'p95' } }],
    stages: [{ stage: 'warn' }, { stage: 'block', from: '2026-11-20' }],
  },
});

describe('enforcement by two backends on one PostgreSQL', () => {
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
        now: '2026-11-01T08:00:00Z',
        policy: PEOPLE,
      });
    a = await start(knex);
    b = await start(otherKnex);
  });
  afterAll(async () => {
    await Promise.all([a, b].map(backend => backend.stop()));
    await otherKnex.destroy();
  });

  /** Lets it be a time on both backends, and lets both do at once what time asks for. */
  async function letItBe(time: string) {
    const duties = async ({ services, setNow }: TestPerformance) => {
      setNow(time);
      await services.waiverDesk.expire();
      await services.evaluation.reevaluateDue();
      await services.trustAssessor.assess();
      await services.notificationDuties.remind();
      await services.notificationDuties.send();
    };
    a.setNow(time);
    b.setNow(time);
    await Promise.all([a, b].map(duties));
    await Promise.all([a, b].map(duties));
  }

  async function run(startedAt: string, p95: number): Promise<any> {
    const { status, body } = await a.call('POST', '/runs', {
      json: newRun({ startedAt, p95 }),
      user: OWNER,
    });
    expect(status).toBe(201);
    return body;
  }
  /** As somebody sees it on the one backend and on the other. */
  async function onBoth(read: (backend: TestPerformance) => Promise<unknown>) {
    const seen = await read(a);
    expect(await read(b)).toEqual(seen);
    return seen;
  }
  const gateOf = (runId: string) =>
    onBoth(async backend => {
      const { body } = await backend.call('GET', `/runs/${runId}/gate`);
      return {
        outcome: body.outcome,
        exitCode: body.gate.exitCode,
        reasons: body.gate.reasons.map(({ code }: any) => code),
      };
    });
  const whatPeopleSee = () =>
    onBoth(async backend => {
      const summary = await backend.call(
        'GET',
        '/entities/component/default/checkout',
        { user: READER },
      );
      const list = async (waived: boolean) => {
        const { body } = await backend.call('GET', '/verdicts', {
          query: { waived, state: ['fail'] },
          user: READER,
        });
        return body.items.map(
          ({ enforcement, waiver }: any) =>
            `${enforcement.stage}${
              waiver ? `, waived until ${waiver.until}` : ''
            }`,
        );
      };
      const rollup = await backend.call('GET', '/rollups', {
        query: { by: 'organisation' },
        user: READER,
      });
      const { blocking, waived, next } = summary.body.enforcement;
      const [{ counts }] = rollup.body.items;
      return {
        entity: {
          blocking,
          waived,
          next: next.map(({ stage, at }: any) => `${stage} ${at}`),
        },
        failing: await list(false),
        waived: await list(true),
        organisation: { fail: counts.states.fail, waived: counts.waived },
      };
    });
  /** What both backends together have told people since the last time. */
  function told(): string[] {
    return [a, b]
      .flatMap(({ notifications }) => notifications.splice(0))
      .map(({ payload }) => String(payload.title))
      .sort();
  }

  it('goes from a warning to a closed gate, a waiver, and a closed gate again', async () => {
    for (const content of [
      budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      POLICY,
    ]) {
      const { status } = await a.call('POST', '/definitions', {
        json: { content },
      });
      expect(status).toBe(201);
    }

    // At warn: CI is told, and passes.
    const failed = await run('2026-11-01T08:00:00Z', 412);
    expect(failed.gate).toMatchObject({
      outcome: 'warn',
      gate: { exitCode: 0 },
    });
    await letItBe('2026-11-01T09:00:00Z');
    const atWarn = { outcome: 'warn', exitCode: 0, reasons: ['not-enforced'] };
    expect(await gateOf(failed.run.id)).toEqual(atWarn);
    expect(await whatPeopleSee()).toEqual({
      entity: {
        blocking: 0,
        waived: 0,
        next: ['block 2026-11-20T00:00:00.000Z'],
      },
      failing: ['warn'],
      waived: [],
      organisation: { fail: 1, waived: 0 },
    });
    told();

    // Days go by, and the rule earns its trust.
    const announced = [
      expect.stringMatching(/^Policy "API latency" .*2026-11-20/),
    ];
    await letItBe('2026-11-08T09:00:00Z');
    expect(told()).toEqual([]);
    await letItBe('2026-11-13T09:00:00Z');
    expect(told()).toEqual(announced);
    await letItBe('2026-11-19T23:59:00Z');
    expect(told()).toEqual(announced);
    expect(await gateOf(failed.run.id)).toEqual(atWarn);

    // The date passes.
    await letItBe('2026-11-20T00:00:00Z');
    const closed = { outcome: 'fail', exitCode: 1, reasons: ['budget-failed'] };
    expect(await gateOf(failed.run.id)).toEqual(closed);
    const refused = await run('2026-11-20T00:00:00Z', 420);
    expect(refused.gate).toMatchObject({
      outcome: 'fail',
      gate: { exitCode: 1 },
    });
    expect(await whatPeopleSee()).toEqual({
      entity: { blocking: 1, waived: 0, next: [] },
      failing: ['block'],
      waived: [],
      organisation: { fail: 1, waived: 0 },
    });

    // Somebody who may approve asks for a waiver, and may not approve that.
    await letItBe('2026-11-20T10:00:00Z');
    expect(told()).toEqual([expect.stringMatching(/^Policy "API latency"/)]);
    const requested = await a.call('POST', '/waivers', {
      json: {
        entityRef: 'component:default/checkout',
        ruleId: 'budget:http.request.duration:p95',
        environment: 'production',
        labels: {},
        reason: 'The database moves in December.',
        expiresAt: '2026-12-01T00:00:00Z',
      },
      user: OWNER,
    });
    expect(requested.status).toBe(201);
    const decide = (backend: TestPerformance, user: string) =>
      backend.call('POST', '/waivers/decisions', {
        json: { ids: [requested.body.id], decision: 'approve' },
        user,
      });
    expect((await decide(b, OWNER)).status).toBe(403);
    expect(await gateOf(refused.run.id)).toEqual(closed);

    // Another approves, on the other backend.
    expect((await decide(b, APPROVER)).status).toBe(200);
    expect((await decide(a, APPROVER)).status).toBe(409);
    expect(await gateOf(refused.run.id)).toMatchObject({
      exitCode: 0,
      reasons: ['waived'],
    });
    expect(await whatPeopleSee()).toEqual({
      entity: { blocking: 0, waived: 1, next: [] },
      failing: [],
      waived: ['block, waived until 2026-12-01T00:00:00.000Z'],
      organisation: { fail: 1, waived: 1 },
    });
    await letItBe('2026-11-20T11:00:00Z');
    expect(told()).toEqual([expect.stringMatching(/^Waiver approved: /)]);

    // Its time ends.
    await letItBe('2026-11-24T09:00:00Z');
    expect(told()).toEqual([
      expect.stringMatching(/^Waiver ends on 2026-12-01: /),
    ]);
    await letItBe('2026-11-30T23:59:00Z');
    expect(told()).toEqual([
      expect.stringMatching(/^Waiver ends on 2026-12-01 00:00 UTC: /),
    ]);
    await letItBe('2026-12-01T00:00:00Z');
    expect(await gateOf(refused.run.id)).toEqual(closed);
    expect(await whatPeopleSee()).toEqual({
      entity: { blocking: 1, waived: 0, next: [] },
      failing: ['block'],
      waived: [],
      organisation: { fail: 1, waived: 0 },
    });
    expect(told()).toEqual([expect.stringMatching(/^Waiver ended: /)]);
    const { body } = await a.call('GET', `/waivers/${requested.body.id}`);
    expect(body.history.map(({ status }: any) => status)).toEqual([
      'requested',
      'approved',
      'expired',
    ]);
  });

  it('takes one request, one decision and one end where many come at once', async () => {
    const both = [a, b, a, b, a, b];
    const request = (backend: TestPerformance) =>
      backend.call('POST', '/waivers', {
        json: {
          entityRef: 'component:default/checkout',
          ruleId: 'budget:http.request.duration:p95',
          environment: 'production',
          reason: 'The cache is being replaced.',
          expiresAt: '2026-12-10T00:00:00Z',
        },
        user: OWNER,
      });
    const requests = await Promise.all(both.map(request));
    const [created, ...others] = requests.sort((x, y) => x.status - y.status);
    expect(created.status).toBe(201);
    expect(others.map(({ status }) => status)).toEqual([
      409, 409, 409, 409, 409,
    ]);

    const { id } = created.body;
    const decide = (decision: string) => (backend: TestPerformance) =>
      backend.call('POST', '/waivers/decisions', {
        json: { ids: [id], decision, note: 'As agreed.' },
        user: APPROVER,
      });
    const decisions = await Promise.all([
      ...both.map(decide('approve')),
      ...both.map(decide('reject')),
    ]);
    expect(decisions.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(decisions.filter(({ status }) => status === 409)).toHaveLength(11);

    for (const backend of [a, b]) {
      backend.setNow('2026-12-10T00:00:00Z');
    }
    await Promise.all(both.map(({ services }) => services.waiverDesk.expire()));
    const { body } = await a.call('GET', `/waivers/${id}`);
    expect(body.history).toHaveLength(
      decisions.some(({ body: { items } }) => items?.[0].status === 'approved')
        ? 3
        : 2,
    );
  });

  it('lists the verdicts that a policy is about', async () => {
    const list = (policy: string) =>
      a.call('GET', '/verdicts', { query: { policy }, user: READER });
    const { status, body } = await list('org/policy/api-latency');
    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(body.items.map(({ subject }: any) => subject.entityRef)).toEqual([
      'component:default/checkout',
    ]);
    expect((await list('org/budget/latency')).status).toBe(400);
    expect((await list('org/policy/nothing')).status).toBe(404);
  });
});
