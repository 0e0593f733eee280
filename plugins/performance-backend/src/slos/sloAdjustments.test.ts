import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { OWNER, PEOPLE, READER, STRANGER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from './__testUtils__/sloDefinition';
import { Knex } from 'knex';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const STEP = 300_000;
const REASON = 'Announced maintenance of the database';

/** 10:00 to 11:00, in which all went wrong. */
const OUTAGE = {
  type: 'once',
  from: '2026-11-22T10:00:00Z',
  to: '2026-11-22T11:00:00Z',
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'adjustments of SLOs, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    let sloId: string;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      performance = await startPerformance({
        knex,
        now: new Date(NOW).toISOString(),
        entities: [
          component('checkout'),
          component('search', { owner: 'discovery' }),
        ],
        policy: PEOPLE,
        groups: { [OWNER]: ['group:default/payments'] },
      });
      await performance.services.catalogProjection.sweep();
      await performance.call('POST', '/definitions', {
        json: { content: sloDefinition('availability') },
      });
      const { body } = await performance.call('GET', '/slos', {
        query: { entityRef: 'component:default/checkout' },
      });
      sloId = body.items[0].id;
      // A day of 288 steps, of which 12 were an outage.
      await performance.call('POST', `/slos/${sloId}/samples`, {
        json: {
          samples: Array.from({ length: 288 }, (_, index) => {
            const time = NOW - (288 - index) * STEP;
            const isOut =
              time >= Date.parse(OUTAGE.from) && time < Date.parse(OUTAGE.to);
            return { time: time / 1000, good: isOut ? 0 : 100, total: 100 };
          }),
        },
      });
    });

    afterEach(async () => {
      await performance.stop();
    });

    async function adjust(scope: unknown, times: unknown, user?: string) {
      return performance.call('POST', '/slo-adjustments', {
        json: { scope, times, reason: REASON },
        user,
      });
    }

    async function status() {
      const { body } = await performance.call('GET', `/slos/${sloId}`);
      const { state, bad, total, coverage } = body.status;
      return { state, bad, total, coverage };
    }

    async function verdictState() {
      const { body } = await performance.call('GET', '/verdicts', {
        query: { entityRef: 'component:default/checkout', ruleKind: 'slo' },
      });
      return body.items[0].state;
    }

    const before = { state: 'fail', bad: 1200, total: 28_800, coverage: 1 };
    const without = { state: 'pass', bad: 0, total: 27_600, coverage: 1 };

    it('takes time out at once, and gives it back when revoked, samples untouched', async () => {
      expect(await status()).toEqual(before);
      expect(await verdictState()).toBe('fail');
      const samples = await knex('slo_blocks').orderBy([
        'series_id',
        'start_at',
      ]);

      const made = await adjust({ type: 'slo', sloId }, OUTAGE, OWNER);
      expect(made).toEqual({
        status: 201,
        body: {
          id: expect.any(String),
          scope: { type: 'slo', sloId },
          title: 'Title of availability of checkout in production',
          times: OUTAGE,
          reason: REASON,
          createdBy: OWNER,
          createdAt: '2026-11-22T12:00:00.000Z',
          status: 'past',
          may: { revoke: true },
        },
      });
      expect(await status()).toEqual(without);
      expect(await verdictState()).toBe('pass');
      const { body: work } = await performance.call(
        'GET',
        `/slos/${sloId}/work`,
      );
      expect(work.windows[0].excludedSeconds).toBe(3600);
      expect(work.exclusions).toEqual([
        {
          from: '2026-11-22T10:00:00.000Z',
          to: '2026-11-22T11:00:00.000Z',
          adjustmentId: made.body.id,
        },
      ]);

      const revoked = await performance.call(
        'POST',
        `/slo-adjustments/${made.body.id}/revoke`,
        { json: { reason: 'It had not been announced' }, user: OWNER },
      );
      expect(revoked.body).toMatchObject({
        status: 'revoked',
        revoked: {
          by: OWNER,
          at: '2026-11-22T12:00:00.000Z',
          reason: 'It had not been announced',
        },
      });
      expect(await status()).toEqual(before);
      expect(await verdictState()).toBe('fail');
      expect(
        await knex('slo_blocks').orderBy(['series_id', 'start_at']),
      ).toEqual(samples);
      const again = await performance.call(
        'POST',
        `/slo-adjustments/${made.body.id}/revoke`,
        { json: { reason: 'It had not been announced' } },
      );
      expect(again.status).toBe(409);
      expect(performance.audit).toEqual(
        expect.arrayContaining([
          { eventId: 'slo-adjustment-create', outcome: 'success' },
          { eventId: 'slo-adjustment-revoke', outcome: 'success' },
          { eventId: 'slo-adjustment-revoke', outcome: 'fail' },
        ]),
      );
    });

    it.each([
      [
        'an entity',
        { type: 'entity', entityRef: 'component:default/checkout' },
      ],
      [
        'an entity in the environment',
        {
          type: 'entity',
          entityRef: 'component:default/checkout',
          environment: 'production',
        },
      ],
      [
        'all that the definition applies to',
        { type: 'definition', definitionId: 'org/slo/availability' },
      ],
    ])('is about %s', async (_, scope) => {
      expect((await adjust(scope, OUTAGE)).status).toBe(201);
      expect(await status()).toEqual(without);
      const { body } = await performance.call('GET', '/slo-adjustments', {
        query: { sloId },
      });
      expect(body.totalItems).toBe(1);
    });

    it.each([
      [
        'another entity',
        { type: 'entity', entityRef: 'component:default/search' },
      ],
      [
        'another environment',
        {
          type: 'entity',
          entityRef: 'component:default/checkout',
          environment: 'staging',
        },
      ],
    ])('of %s changes nothing', async (_, scope) => {
      expect((await adjust(scope, OUTAGE)).status).toBe(201);
      expect(await status()).toEqual(before);
      const { body } = await performance.call('GET', '/slo-adjustments', {
        query: { sloId },
      });
      expect(body.totalItems).toBe(0);
    });

    it('comes again and again', async () => {
      const { status: created, body } = await adjust(
        { type: 'slo', sloId },
        {
          type: 'recurring',
          // 11:00 in Berlin is 10:00 UTC in winter.
          rrule: 'FREQ=WEEKLY;BYDAY=SU',
          from: '2026-11-01T11:00:00',
          durationSeconds: 3600,
          timeZone: 'Europe/Berlin',
        },
      );
      expect([created, body.status, body.next]).toEqual([
        201,
        'planned',
        {
          from: '2026-11-29T10:00:00.000Z',
          to: '2026-11-29T11:00:00.000Z',
        },
      ]);
      expect(await status()).toEqual(without);
    });

    it.each([
      [
        'ends before it begins',
        { ...OUTAGE, to: '2026-11-22T09:00:00Z' },
        /end of the adjustment must be after its beginning/,
      ],
      [
        'has a rule that is none',
        {
          type: 'recurring',
          rrule: 'FREQ=SOMETIMES',
          from: '2026-11-01T11:00:00',
          durationSeconds: 3600,
          timeZone: 'Europe/Berlin',
        },
        /FREQ of a recurrence rule can't be "SOMETIMES"/,
      ],
    ])('is refused where it %s', async (_, times, message) => {
      const { status: refused, body } = await adjust(
        { type: 'slo', sloId },
        times,
      );
      expect([refused, body.error.message]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
    });

    it('is for owners, and for who may define or administer', async () => {
      const checkout = { type: 'slo', sloId };
      const search = {
        type: 'entity',
        entityRef: 'component:default/search',
      };
      const all = { type: 'definition', definitionId: 'org/slo/availability' };
      const statuses = [];
      for (const [user, scope] of [
        [READER, checkout],
        [OWNER, checkout],
        [OWNER, search],
        [OWNER, all],
        // May define for search, but may not know of checkout.
        [STRANGER, search],
        [STRANGER, checkout],
        [STRANGER, all],
        [undefined, all],
      ] as const) {
        statuses.push((await adjust(scope, OUTAGE, user)).status);
      }
      expect(statuses).toEqual([403, 201, 403, 403, 201, 404, 403, 201]);
      const { body } = await performance.call('GET', '/slo-adjustments', {
        user: STRANGER,
      });
      expect(body.items.map((item: any) => item.scope.type)).toEqual([
        'definition',
        'entity',
      ]);
    });
  },
);
