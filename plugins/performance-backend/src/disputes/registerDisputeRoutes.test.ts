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
const REASON = 'The test hit a cold cache.';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('disputes on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;
  let verdictId: string;

  beforeEach(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      entities: [component('pay'), component('parcel', { owner: 'delivery' })],
      now: NOW,
      policy: PEOPLE,
    });
    await performance.call('POST', '/definitions', {
      json: { content: budget('latency', { fail: '<= 300 ms' }) },
    });
    for (const entity of ['pay', 'parcel']) {
      await performance.call('POST', '/runs', {
        json: newRun({ entity, startedAt: '2026-11-22T10:00:00Z', p95: 400 }),
      });
    }
    const { body } = await performance.call('GET', '/verdicts', {
      query: { entityRef: 'component:default/pay' },
    });
    verdictId = body.items[0].id;
    performance.audit.length = 0;
  });
  afterEach(() => performance.stop());

  const dispute = (user = OWNER, reason = REASON) =>
    performance.call('POST', `/verdicts/${verdictId}/disputes`, {
      json: { reason },
      user,
    });
  const resolve = (
    disputeId: string,
    user = APPROVER,
    outcome: 'upheld' | 'rejected' = 'upheld',
  ) =>
    performance.call('POST', `/disputes/${disputeId}/resolution`, {
      json: { outcome, note: 'The cache was cold indeed.' },
      user,
    });
  const openOn = async () =>
    (await performance.call('GET', `/verdicts/${verdictId}`)).body.openDisputes;

  it('are opened by an owner and settled by another', async () => {
    const { status, body } = await dispute();
    expect(status).toBe(201);
    const opened = {
      id: expect.any(String),
      status: 'open',
      verdictId,
      entity: expect.objectContaining({ entityRef: 'component:default/pay' }),
      ruleId: 'budget:http.request.duration:p95',
      title: 'Title of latency',
      environment: 'production',
      labels: {},
      state: 'fail',
      value: 400,
      reason: REASON,
      by: OWNER,
      at: NOW,
      may: { resolve: false },
    };
    expect(body).toEqual(opened);
    expect(await openOn()).toBe(1);
    const listed = await performance.call(
      'GET',
      `/verdicts/${verdictId}/disputes`,
      { user: APPROVER },
    );
    expect(listed.body.items).toEqual([{ ...opened, may: { resolve: true } }]);

    performance.setNow('2026-11-23T12:00:00.000Z');
    const settled = await resolve(body.id);
    expect(settled.body).toEqual({
      ...opened,
      status: 'upheld',
      resolution: {
        by: APPROVER,
        at: '2026-11-23T12:00:00.000Z',
        note: 'The cache was cold indeed.',
      },
    });
    expect(await openOn()).toBeUndefined();
    expect((await resolve(body.id)).status).toBe(409);
    expect(performance.audit).toEqual([
      { eventId: 'dispute-open', outcome: 'success' },
      { eventId: 'dispute-resolve', outcome: 'success' },
      { eventId: 'dispute-resolve', outcome: 'fail' },
    ]);
  });

  it('are open once per person and verdict', async () => {
    const { body } = await dispute();
    expect((await dispute()).status).toBe(409);
    expect((await dispute(APPROVER)).status).toBe(201);
    expect(await openOn()).toBe(2);
    await resolve(body.id, APPROVER, 'rejected');
    expect((await dispute()).status).toBe(201);
  });

  it('are never settled by who opened them', async () => {
    const { body } = await dispute(APPROVER);
    const answer = await resolve(body.id, APPROVER);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toMatch('Nobody settles their own');
  });

  it.each([
    ['who may only read', READER, 403],
    ['who may not see the service', STRANGER, 404],
  ])('are refused to somebody %s', async (_, user, status) => {
    expect((await dispute(user)).status).toBe(status);
    const { body } = await dispute();
    expect((await resolve(body.id, user)).status).toBe(status);
    const list = await performance.call(
      'GET',
      `/verdicts/${verdictId}/disputes`,
      { user },
    );
    expect(list.status).toBe(status === 403 ? 200 : 404);
  });

  it('need a reason, and something to dispute', async () => {
    expect((await dispute(OWNER, 'no')).status).toBe(400);
    for (const [method, path] of [
      ['GET', '/verdicts/9-9/disputes'],
      ['GET', '/verdicts/nonsense/disputes'],
    ]) {
      expect((await performance.call(method, path)).status).toBe(404);
    }
    expect((await resolve('nonsense')).status).toBe(404);
  });

  it('are listed, open ones first, as far as the caller may see them', async () => {
    const first = await dispute();
    await dispute(APPROVER);
    const other = await performance.call('GET', '/verdicts', {
      query: { entityRef: 'component:default/parcel' },
    });
    await performance.call(
      'POST',
      `/verdicts/${other.body.items[0].id}/disputes`,
      { json: { reason: REASON }, user: APPROVER },
    );
    await performance.call('POST', `/disputes/${first.body.id}/resolution`, {
      json: { outcome: 'rejected', note: 'It was warm.' },
      user: APPROVER,
    });
    const list = async (query = {}, user?: string) => {
      const { body } = await performance.call('GET', '/disputes', {
        query,
        user,
      });
      return {
        total: body.totalItems,
        items: body.items.map(
          ({ entity, status }: any) => `${entity.name} ${status}`,
        ),
      };
    };
    const all = ['parcel open', 'pay open', 'pay rejected'];
    expect(await list()).toEqual({ total: 3, items: all });
    expect(await list({ limit: 1, offset: 1 })).toEqual({
      total: 3,
      items: ['pay open'],
    });
    for (const [query, items] of [
      [{ status: ['rejected'] }, ['pay rejected']],
      [{ entityRef: 'Component:default/Parcel' }, ['parcel open']],
      [{ owner: ['group:default/delivery'] }, ['parcel open']],
      [{ ruleId: 'check:nothing' }, []],
      [{ ruleId: 'budget:http.request.duration:p95' }, all],
    ] as const) {
      expect((await list(query)).items).toEqual(items);
    }
    expect(await list({}, STRANGER)).toEqual({
      total: 1,
      items: ['parcel open'],
    });
  });
});
