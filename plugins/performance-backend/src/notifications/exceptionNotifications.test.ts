import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startTold, ToldPerformance } from './__testUtils__/startTold';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const REQUESTER = 'user:default/kim';
const APPROVER = 'user:default/jo';
const APPROVERS = 'group:default/platform';
const PAYMENTS = 'group:default/payments';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'notifications of exceptions on %s',
  id => {
    const databases = createTestDatabases();
    let performance: ToldPerformance;

    beforeEach(async () => {
      performance = await startTold({
        knex: await databases.init(id),
        now: '2026-11-22T12:00:00Z',
        entities: [component('checkout')],
        config: { performance: { notifications: { approvers: [APPROVERS] } } },
      });
      await performance.define(budget('latency', { fail: '<= 300 ms' }));
      await performance.run('2026-11-22T12:00:00Z', { p95: 412 });
      await performance.titlesAt('2026-11-22T12:10:00Z');
    });
    afterEach(async () => performance.stop());

    async function request(
      expiresAt = '2026-12-10T00:00:00Z',
      cap = '<= 450 ms',
    ): Promise<string> {
      const { status, body } = await performance.call('POST', '/waivers', {
        user: REQUESTER,
        json: {
          entityRef: 'component:default/checkout',
          ruleId: 'budget:http.request.duration:p95',
          environment: 'production',
          labels: {},
          reason: 'A new database comes in December',
          cap,
          expiresAt,
        },
      });
      expect(status).toBe(201);
      return body.id;
    }

    async function decide(
      waiverId: string,
      decision: 'approve' | 'reject',
      note?: string,
    ) {
      const { status } = await performance.call('POST', '/waivers/decisions', {
        user: APPROVER,
        json: { ids: [waiverId], decision, note },
      });
      expect(status).toBe(200);
    }

    /** What time brings until then, as schedules would. */
    async function titlesAt(now: string) {
      performance.setNow(now);
      await performance.services.waiverDesk.expire();
      await performance.services.evaluation.reevaluateDue();
      await performance.services.notificationDuties.remind();
      return performance.titlesAt(now);
    }

    it('tells approvers of a request, and requester and owner of the rest', async () => {
      const waiverId = await request();
      expect(await performance.sent()).toEqual([
        {
          to: APPROVERS,
          except: REQUESTER,
          title: 'Waiver requested: Title of latency of checkout in production',
          description:
            'kim asks for it until 2026-12-10: A new database comes in December. It holds while the value is ≤ 450 ms.',
          link: `/performance/waivers?waiver=${waiverId}`,
          severity: 'normal',
          topic: 'waivers',
          scope: `waiver-requested:${waiverId}`,
        },
      ]);

      await decide(waiverId, 'approve', 'Until the move is done.');
      expect(await performance.sent()).toMatchObject([
        {
          to: `${REQUESTER}, ${PAYMENTS}`,
          except: APPROVER,
          title: 'Waiver approved: Title of latency of checkout in production',
          description:
            'By jo, until 2026-12-10. Until the move is done. It holds while the value is ≤ 450 ms.',
          link: `/performance/waivers?waiver=${waiverId}`,
          severity: 'normal',
        },
      ]);

      const to = `${REQUESTER}, ${PAYMENTS}`;
      const ends = (end: string) =>
        `${to}: Waiver ends on ${end}: Title of latency of checkout in production`;
      expect(await titlesAt('2026-12-02T23:59:00Z')).toEqual([]);
      expect(await titlesAt('2026-12-03T00:00:00Z')).toEqual([
        ends('2026-12-10'),
      ]);
      expect(await titlesAt('2026-12-08T00:00:00Z')).toEqual([]);
      expect(await titlesAt('2026-12-09T00:00:00Z')).toEqual([
        ends('2026-12-10 00:00 UTC'),
      ]);
      expect(await titlesAt('2026-12-09T23:59:00Z')).toEqual([]);
      expect(await titlesAt('2026-12-10T00:00:00Z')).toEqual([
        `${to}: Waiver ended: Title of latency of checkout in production`,
      ]);
      expect(await titlesAt('2026-12-11T00:00:00Z')).toEqual([]);
    });

    it('tells of a rejection, a revocation and a request that nobody decided', async () => {
      await decide(await request(), 'reject', 'The move was in March.');
      expect(
        (await performance.sent()).map(({ title, severity }) => [
          title,
          severity,
        ]),
      ).toEqual([
        [
          'Waiver requested: Title of latency of checkout in production',
          'normal',
        ],
        ['Waiver rejected: Title of latency of checkout in production', 'high'],
      ]);

      const waiverId = await request();
      await decide(waiverId, 'approve');
      await performance.sent();
      const { status } = await performance.call(
        'POST',
        `/waivers/${waiverId}/revocation`,
        { user: APPROVER, json: { reason: 'It is much slower than agreed' } },
      );
      expect(status).toBe(200);
      expect(await performance.sent()).toMatchObject([
        {
          title: 'Waiver revoked: Title of latency of checkout in production',
          description: expect.stringMatching(
            /^By jo\. It is much slower than agreed\. The verdict counts in full\.$/,
          ),
        },
      ]);

      const lapsing = await request();
      await performance.sent();
      performance.setNow('2026-12-10T00:00:00Z');
      await performance.services.waiverDesk.expire();
      expect(await performance.sent()).toMatchObject([
        {
          to: `${REQUESTER}, ${PAYMENTS}`,
          title:
            'Request for a waiver lapsed: Title of latency of checkout in production',
          description:
            'Nobody decided on it by 2026-12-10 00:00 UTC; ask again if it is still needed.',
          link: `/performance/waivers?waiver=${lapsing}`,
          severity: 'normal',
        },
      ]);
    });

    it('warns approvers of a cap that today’s value is beyond', async () => {
      await request(undefined, '<= 400 ms');
      expect(await performance.sent()).toMatchObject([
        {
          description:
            'kim asks for it until 2026-12-10: A new database comes in December. It holds while the value is ≤ 400 ms. 412 ms today is above the cap of 400 ms: it would fail at once.',
        },
      ]);
    });

    it('says the time of an end that is within a day', async () => {
      const waiverId = await request('2026-11-23T09:30:00Z');
      await decide(waiverId, 'approve');
      const descriptions = (await performance.sent()).map(
        ({ description }) => description,
      );
      expect(descriptions).toEqual([
        expect.stringMatching(/^kim asks for it until 2026-11-23 09:30 UTC: /),
        expect.stringMatching(/^By jo, until 2026-11-23 09:30 UTC\. /),
      ]);
    });

    it('tells approvers of a dispute, and who opened it of its end', async () => {
      const { body: verdicts } = await performance.call('GET', '/verdicts');
      const disputing = () =>
        performance.call('POST', `/verdicts/${verdicts.items[0].id}/disputes`, {
          user: REQUESTER,
          json: { reason: 'The test hit a cold cache' },
        });
      const { body: dispute } = await disputing();
      // The second one is refused, and told to nobody.
      expect((await disputing()).status).toBe(409);
      expect(await performance.sent()).toEqual([
        {
          to: APPROVERS,
          except: REQUESTER,
          title: 'Verdict disputed: Title of latency of checkout in production',
          description: 'kim says that it is wrong: The test hit a cold cache.',
          link: '/performance/waivers?view=disputes',
          severity: 'normal',
          topic: 'disputes',
          scope: `dispute-opened:${dispute.id}`,
        },
      ]);

      const settling = () =>
        performance.call('POST', `/disputes/${dispute.id}/resolution`, {
          user: APPROVER,
          json: { outcome: 'upheld', note: 'The cache was cold indeed.' },
        });
      expect((await settling()).status).toBe(200);
      expect((await settling()).status).toBe(409);
      expect(await performance.sent()).toEqual([
        {
          to: REQUESTER,
          title: 'Dispute upheld: Title of latency of checkout in production',
          description: 'By jo. The cache was cold indeed.',
          link: '/performance/waivers?view=disputes',
          severity: 'normal',
          topic: 'disputes',
          scope: `dispute-settled:${dispute.id}`,
        },
      ]);
    });

    it('tells who disputed a verdict that nothing judges it any more', async () => {
      const { body: verdicts } = await performance.call('GET', '/verdicts');
      const { body: dispute } = await performance.call(
        'POST',
        `/verdicts/${verdicts.items[0].id}/disputes`,
        { user: REQUESTER, json: { reason: 'The test hit a cold cache' } },
      );
      await performance.sent();

      const { status } = await performance.call(
        'DELETE',
        `/definitions/${encodeURIComponent('org/budget/latency')}`,
      );
      expect(status).toBe(204);
      await performance.services.reevaluations.whenIdle();
      expect(await performance.sent()).toContainEqual({
        to: REQUESTER,
        title: 'Dispute retired: Title of latency of checkout in production',
        description: 'Nothing judges it any more.',
        link: '/performance/waivers?view=disputes',
        severity: 'normal',
        topic: 'disputes',
        scope: `dispute-settled:${dispute.id}`,
      });
    });

    it('tells owners and approvers of an overridden gate', async () => {
      const { status } = await performance.call(
        'POST',
        '/entities/component/default/checkout/break-glass',
        {
          user: REQUESTER,
          json: { reason: 'Checkout is down, this fixes it', hours: 4 },
        },
      );
      expect(status).toBe(201);
      expect(await performance.sent()).toMatchObject([
        {
          to: `${APPROVERS}, ${PAYMENTS}`,
          except: REQUESTER,
          title: 'The gate of checkout was overridden',
          description:
            'By kim, until 2026-11-22 16:10 UTC: Checkout is down, this fixes it',
          severity: 'high',
          topic: 'break-glass',
        },
      ]);
    });
  },
);
