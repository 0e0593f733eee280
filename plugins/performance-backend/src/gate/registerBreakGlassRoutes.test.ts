import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  APPROVER,
  OWNER,
  PEOPLE,
  READER,
  STRANGER,
} from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-22T12:00:00.000Z';
const PATH = '/entities/component/default/pay/break-glass';
const REASON = 'Customers cannot pay; this is the fix.';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('break glass on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;
  let runId: string;

  beforeEach(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      entities: [component('pay')],
      now: NOW,
      policy: PEOPLE,
      config: { performance: { breakGlass: { maxHours: 8 } } },
    });
    await performance.call('POST', '/definitions', {
      json: { content: budget('latency', { fail: '<= 300 ms' }) },
    });
    const { body } = await performance.call('POST', '/runs', {
      json: newRun({
        entity: 'pay',
        startedAt: '2026-11-22T10:00:00Z',
        p95: 400,
      }),
    });
    runId = body.run.id;
    performance.audit.length = 0;
  });
  afterEach(() => performance.stop());

  const open = (json: object = {}, user = OWNER) =>
    performance.call('POST', PATH, {
      json: { reason: REASON, hours: 2, ...json },
      user,
    });
  const gate = async () => {
    const { body } = await performance.call('GET', `/runs/${runId}/gate`);
    return {
      exitCode: body.gate.exitCode,
      override: body.gate.override,
      reasons: body.gate.reasons.map(({ code }: any) => code),
    };
  };
  const closed = { exitCode: 1, reasons: ['budget-failed'] };

  it('opens the gate for some hours and hides nothing', async () => {
    expect(await gate()).toEqual(closed);
    const { status, body } = await open();
    const override = {
      id: expect.any(String),
      reason: REASON,
      by: OWNER,
      at: NOW,
      until: '2026-11-22T14:00:00.000Z',
      active: true,
    };
    expect({ status, body }).toEqual({ status: 201, body: override });
    const { reasons, ...opened } = await gate();
    expect(opened).toEqual({
      exitCode: 0,
      override: {
        reason: REASON,
        by: OWNER,
        until: '2026-11-22T14:00:00.000Z',
      },
    });
    expect([...reasons].sort()).toEqual(['budget-failed', 'overridden']);
    const summary = await performance.call(
      'GET',
      '/entities/component/default/pay',
      { user: READER },
    );
    expect(summary.body.enforcement).toMatchObject({
      blocking: 1,
      breakGlass: override,
    });

    performance.setNow('2026-11-22T14:00:00.000Z');
    expect(await gate()).toEqual(closed);
    const listed = await performance.call('GET', PATH, { user: READER });
    expect(listed.body).toEqual({
      items: [{ ...override, active: false }],
      maxHours: 8,
    });
    expect(performance.audit).toEqual([
      { eventId: 'break-glass', outcome: 'success' },
    ]);
  });

  it('ends when somebody says so', async () => {
    const end = (user = APPROVER) => performance.call('DELETE', PATH, { user });
    expect((await end()).status).toBe(404);
    await open();
    expect((await open()).status).toBe(409);
    performance.setNow('2026-11-22T12:30:00.000Z');
    expect((await end()).status).toBe(204);
    expect(await gate()).toEqual(closed);
    expect((await open()).status).toBe(201);
    const { body } = await performance.call('GET', PATH);
    expect(body.items).toMatchObject([
      { active: true },
      {
        active: false,
        ended: { by: APPROVER, at: '2026-11-22T12:30:00.000Z' },
      },
    ]);
  });

  it.each([
    ['more hours than are allowed', { hours: 8.1 }],
    ['no time at all', { hours: 0 }],
    ['no reason', { reason: 'urgent' }],
    ['a blank reason', { reason: '            ' }],
  ])('is refused for %s', async (_, json) => {
    expect((await open(json)).status).toBe(400);
    expect(await gate()).toEqual(closed);
  });

  it.each([
    ['who may only read', READER, 403],
    ['who may not see the service', STRANGER, 404],
  ])('is refused to somebody %s', async (_, user, status) => {
    expect((await open({}, user)).status).toBe(status);
    await open();
    expect((await performance.call('DELETE', PATH, { user })).status).toBe(
      status,
    );
    expect((await performance.call('GET', PATH, { user })).status).toBe(
      status === 403 ? 200 : 404,
    );
    expect((await gate()).exitCode).toBe(0);
  });
});
