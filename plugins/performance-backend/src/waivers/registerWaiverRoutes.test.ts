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
const RULE = 'budget:http.request.duration:p95';

const PAY = {
  entityRef: 'component:default/pay',
  ruleId: RULE,
  environment: 'production',
  reason: 'The database moves in December.',
  expiresAt: '2026-12-22T12:00:00.000Z',
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('waivers on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      entities: [
        component('pay'),
        component('refund'),
        component('parcel', { owner: 'delivery' }),
      ],
      now: NOW,
      policy: PEOPLE,
    });
    await performance.call('POST', '/definitions', {
      json: {
        content: budget('latency', { fail: '<= 300 ms', per: ['endpoint'] }),
      },
    });
  });
  beforeEach(async () => {
    performance.setNow(NOW);
    await performance.forgetEntities();
    for (const entity of ['pay', 'refund', 'parcel']) {
      await performance.call('POST', '/runs', {
        json: newRun({
          entity,
          startedAt: '2026-11-22T10:00:00Z',
          endpoints: { '/charge': 400, '/refund': 500 },
        }),
      });
    }
    performance.audit.length = 0;
  });
  afterAll(() => performance.stop());

  const request = (
    changes: Partial<Record<keyof typeof PAY | 'cap' | 'labels', unknown>> = {},
    user = OWNER,
  ) =>
    performance.call('POST', '/waivers', {
      json: { ...PAY, labels: { endpoint: '/charge' }, ...changes },
      user,
    });
  const requested = async (
    changes?: Parameters<typeof request>[0],
    user?: string,
  ): Promise<string> => {
    const { status, body } = await request(changes, user);
    expect(body).toMatchObject({ status: 'requested' });
    expect(status).toBe(201);
    return body.id;
  };
  const decide = (
    ids: string[],
    decision: 'approve' | 'reject' = 'approve',
    user = APPROVER,
  ) =>
    performance.call('POST', '/waivers/decisions', {
      json: { ids, decision, note: 'As agreed.' },
      user,
    });
  const get = async (waiverId: string) =>
    (await performance.call('GET', `/waivers/${waiverId}`)).body;

  it('are requested by an owner for one verdict', async () => {
    const { status, body } = await request({ cap: '<= 0.45 s' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      status: 'requested',
      entity: expect.objectContaining({ entityRef: 'component:default/pay' }),
      ruleId: RULE,
      title: 'Title of latency',
      environment: 'production',
      labels: { endpoint: '/charge' },
      reason: PAY.reason,
      cap: { operator: '<=', value: 450, unit: 'ms' },
      requestedBy: OWNER,
      requestedAt: NOW,
      expiresAt: PAY.expiresAt,
      verdict: expect.objectContaining({
        state: 'fail',
        value: 400,
        unit: 'ms',
        limit: expect.objectContaining({ value: 300 }),
        exceeded: false,
      }),
      may: { approve: false, withdraw: true, revoke: false },
    });
    expect(performance.audit).toEqual([
      { eventId: 'waiver-request', outcome: 'success' },
    ]);
  });

  it.each([
    ['a rule that nothing is judged by', { ruleId: 'check:nothing' }, 404],
    ['labels that are not those of a verdict', { labels: {} }, 404],
    ['another environment', { environment: 'staging' }, 404],
    ['an entity that is not there', { entityRef: 'component:no/thing' }, 404],
    ['a tighter cap', { cap: '<= 250 ms' }, 400],
    ['a cap at the limit', { cap: '<= 300 ms' }, 400],
    ['a cap in the other direction', { cap: '>= 450 ms' }, 400],
    ['a cap of something else', { cap: '<= 5 MB' }, 400],
    ['a cap that says nothing', { cap: 'slow' }, 400],
    ['an end in the past', { expiresAt: '2026-11-22T11:59:00Z' }, 400],
    ['91 days', { expiresAt: '2027-02-21T12:00:00Z' }, 400],
    ['a reason that says nothing', { reason: 'because' }, 400],
    ['a reason of nothing', { reason: '   because   ' }, 400],
    ['a reason with a NUL', { reason: 'Because of\0 that.' }, 400],
  ])('are refused for %s', async (_, changes, status) => {
    expect((await request(changes)).status).toBe(status);
  });

  it('last 90 days at most', async () => {
    expect((await request({ expiresAt: '2027-02-20T12:00:00Z' })).status).toBe(
      201,
    );
  });

  it.each([
    ['who may only read', READER, 403],
    ['who may not see the service', STRANGER, 404],
  ])('are refused to somebody %s', async (_, user, status) => {
    const answer = await request({}, user);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(
      status === 403 ? 'performance.contribute' : 'component:default/pay',
    );
    const waiverId = await requested();
    expect((await decide([waiverId], 'approve', user)).status).toBe(status);
    const path = `/waivers/${waiverId}`;
    expect(
      (await performance.call('POST', `${path}/withdrawal`, { user })).status,
    ).toBe(status);
    expect(
      (
        await performance.call('POST', `${path}/revocation`, {
          user,
          json: { reason: 'It was wrong.' },
        })
      ).status,
    ).toBe(status);
    expect((await performance.call('GET', path, { user })).status).toBe(
      status === 403 ? 200 : 404,
    );
  });

  it('are there once per verdict', async () => {
    const waiverId = await requested();
    expect((await request()).status).toBe(409);
    await requested({ labels: { endpoint: '/refund' } });
    await decide([waiverId]);
    expect((await request()).status).toBe(409);
    await performance.call('POST', `/waivers/${waiverId}/revocation`, {
      user: APPROVER,
      json: { reason: 'The database has moved.' },
    });
    await requested();
  });

  it('are never approved by who requested them', async () => {
    const own = await requested({}, APPROVER);
    const answer = await decide([own]);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toMatch(
      'Nobody decides on their own request',
    );
    expect(performance.audit.slice(-1)).toEqual([
      { eventId: 'waiver-approve', outcome: 'fail' },
    ]);
    const { body } = await performance.call('GET', `/waivers/${own}`, {
      user: APPROVER,
    });
    expect(body).toMatchObject({
      status: 'requested',
      may: {
        approve: false,
        approveReason: expect.stringContaining('own request'),
        withdraw: true,
      },
    });
  });

  it('are decided many at once, each told what became of it', async () => {
    const [charge, refund, own] = [
      await requested(),
      await requested({ labels: { endpoint: '/refund' } }),
      await requested({ entityRef: 'component:default/refund' }, APPROVER),
    ];
    await decide([refund], 'reject');
    const { status, body } = await decide([charge, refund, own, '999999']);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { id: charge, outcome: 'decided', status: 'approved' },
      {
        id: refund,
        outcome: 'refused',
        message: expect.stringContaining('rejected'),
      },
      {
        id: own,
        outcome: 'refused',
        message: expect.stringContaining('own request'),
      },
      {
        id: '999999',
        outcome: 'refused',
        message: expect.stringContaining('no waiver'),
      },
    ]);
  });

  it.each([{}, { note: ' ' }])(
    'are not rejected without saying why: %j',
    async note => {
      const waiverId = await requested();
      const { status, body } = await performance.call(
        'POST',
        '/waivers/decisions',
        {
          json: { ids: [waiverId], decision: 'reject', ...note },
          user: APPROVER,
        },
      );
      expect(status).toBe(400);
      expect(body.error.message).toContain('why it is rejected');
      expect(await get(waiverId)).toMatchObject({ status: 'requested' });
    },
  );

  it('waive the verdict from approval to expiry, and tell their history', async () => {
    const waiverId = await requested();
    const waived = async () => {
      const { body } = await performance.call('GET', '/verdicts', {
        query: { entityRef: 'component:default/pay', waived: true },
      });
      return body.items.map((item: any) => [
        item.subject.labels.endpoint,
        item.state,
        item.waiver.until,
      ]);
    };
    expect(await waived()).toEqual([]);
    performance.setNow('2026-11-23T12:00:00.000Z');
    await decide([waiverId]);
    expect(await waived()).toEqual([['/charge', 'fail', PAY.expiresAt]]);

    performance.setNow(PAY.expiresAt);
    expect(await get(waiverId)).toMatchObject({ status: 'expired' });
    await performance.services.waiverDesk.expire();
    await performance.services.waiverDesk.expire();
    expect(await waived()).toEqual([]);
    expect((await get(waiverId)).history).toEqual([
      { status: 'requested', at: NOW, by: OWNER },
      {
        status: 'approved',
        at: '2026-11-23T12:00:00.000Z',
        by: APPROVER,
        note: 'As agreed.',
      },
      { status: 'expired', at: PAY.expiresAt },
    ]);
  });

  it('end with a reason when they are revoked', async () => {
    const waiverId = await requested();
    const revoke = () =>
      performance.call('POST', `/waivers/${waiverId}/revocation`, {
        user: APPROVER,
        json: { reason: 'The database has moved.' },
      });
    expect((await revoke()).status).toBe(409);
    await decide([waiverId]);
    expect((await revoke()).body).toMatchObject({
      status: 'revoked',
      end: { by: APPROVER, reason: 'The database has moved.', at: NOW },
    });
    expect((await revoke()).status).toBe(409);
    const summary = await performance.call(
      'GET',
      '/entities/component/default/pay',
    );
    expect(summary.body.enforcement).toMatchObject({ blocking: 2, waived: 0 });
  });

  it('are withdrawn by who requested them only', async () => {
    const waiverId = await requested();
    const withdraw = (user: string) =>
      performance.call('POST', `/waivers/${waiverId}/withdrawal`, { user });
    expect((await withdraw(APPROVER)).status).toBe(403);
    expect((await withdraw(OWNER)).body).toMatchObject({ status: 'withdrawn' });
    expect((await withdraw(OWNER)).status).toBe(409);
    expect((await decide([waiverId])).status).toBe(409);
  });

  it('lapse when nobody decides in time', async () => {
    const waiverId = await requested();
    performance.setNow('2026-12-22T12:00:01.000Z');
    expect((await decide([waiverId])).status).toBe(409);
    await performance.services.waiverDesk.expire();
    const { status, decision } = await get(waiverId);
    expect({ status, decision }).toEqual({ status: 'expired' });
  });

  it('end with the entity', async () => {
    const waiverId = await requested();
    await decide([waiverId]);
    await performance.services.entityStore.concludeSweep(
      new Set(['component:default/refund', 'component:default/parcel']),
      new Date(NOW),
    );
    await performance.services.entityStore.concludeSweep(
      new Set(['component:default/refund', 'component:default/parcel']),
      new Date(NOW),
    );
    await performance.services.waiverDesk.expire();
    const { body } = await performance.call('GET', '/waivers');
    expect(body.totalItems).toBe(0);
    await expect(
      performance.services.waiverStore.get(waiverId),
    ).resolves.toMatchObject({
      status: 'expired',
      end: { reason: expect.stringContaining('any more') },
    });
  });

  describe('in a queue', () => {
    let ids: Record<string, string>;

    beforeEach(async () => {
      ids = {
        charge: await requested({ expiresAt: '2026-12-01T00:00:00Z' }),
        refund: await requested({ labels: { endpoint: '/refund' } }),
        other: await requested({ entityRef: 'component:default/refund' }),
        parcel: await requested(
          { entityRef: 'component:default/parcel' },
          APPROVER,
        ),
      };
      await decide([ids.charge, ids.refund]);
    });

    it('are found by what is asked for', async () => {
      const found = async (query: Record<string, any>) => {
        const { body } = await performance.call('GET', '/waivers', { query });
        return body.items.map(
          (item: any) =>
            Object.entries(ids).find(([, one]) => one === item.id)?.[0],
        );
      };
      const newestFirst = ['parcel', 'other', 'refund', 'charge'];
      for (const [query, expected] of [
        [{}, newestFirst],
        [{ status: ['approved'] }, ['refund', 'charge']],
        [
          { sort: 'expiresAt', owner: ['group:default/payments'] },
          ['charge', 'other', 'refund'],
        ],
        [{ entityRef: 'Component:default/Pay' }, ['refund', 'charge']],
        [{ owner: ['group:default/delivery'] }, ['parcel']],
        [{ requestedBy: [APPROVER] }, ['parcel']],
        [{ expiresBefore: '2026-12-02T00:00:00Z' }, ['charge']],
        [{ ruleId: 'check:nothing' }, []],
        [{ q: 'PARC' }, ['parcel']],
        [{ q: 'december' }, newestFirst],
        [{ q: '100%' }, []],
        [{ sort: 'entity' }, ['parcel', 'refund', 'charge', 'other']],
        [{ limit: 1, offset: 1 }, ['other']],
      ] as const) {
        expect({ query, found: await found(query) }).toEqual({
          query,
          found: expected,
        });
      }
    });

    it('are counted by status whatever the status asked for', async () => {
      const { body } = await performance.call('GET', '/waivers', {
        query: { status: ['requested'] },
      });
      expect(body.totalItems).toBe(2);
      expect(body.counts).toMatchObject({ requested: 2, approved: 2 });
    });

    it('are seen by who may see the service', async () => {
      const { body } = await performance.call('GET', '/waivers', {
        user: STRANGER,
      });
      expect(body.items.map((item: any) => item.id)).toEqual([ids.parcel]);
      expect(body.counts).toMatchObject({ requested: 1, approved: 0 });
    });

    it('are what each owner owes', async () => {
      // Ten days of `refund`, and `charge` until its end after 8.5.
      performance.setNow('2026-12-02T12:00:00.000Z');
      await performance.services.waiverDesk.expire();
      const debt = async (user: string, query = {}) =>
        (await performance.call('GET', '/waiver-debt', { user, query })).body
          .items;
      const payments = {
        owner: 'group:default/payments',
        requested: 1,
        active: 1,
        daysWaived: 18.5,
        oldestAt: NOW,
        expiredUnfixed: 1,
      };
      const delivery = {
        owner: 'group:default/delivery',
        requested: 1,
        active: 0,
        daysWaived: 0,
        expiredUnfixed: 0,
      };
      expect(await debt(READER)).toEqual([payments, delivery]);
      expect(await debt(STRANGER)).toEqual([delivery]);
      expect(await debt(READER, { owner: ['group:default/delivery'] })).toEqual(
        [delivery],
      );
    });
  });
});
