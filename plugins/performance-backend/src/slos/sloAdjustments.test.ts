import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
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

/** An hour from now on. */
const AHEAD = {
  type: 'once',
  from: '2026-11-22T12:00:00Z',
  to: '2026-11-22T13:00:00Z',
};

const SUNDAYS = {
  type: 'recurring',
  rrule: 'FREQ=WEEKLY;BYDAY=SU',
  from: '2026-11-01T11:00:00',
  durationSeconds: 3600,
  timeZone: 'Europe/Berlin',
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

      const made = await adjust({ type: 'slo', sloId }, OUTAGE, APPROVER);
      expect(made).toEqual({
        status: 201,
        body: {
          id: expect.any(String),
          scope: { type: 'slo', sloId },
          title: 'Title of availability of checkout in production',
          times: OUTAGE,
          reason: REASON,
          createdBy: APPROVER,
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
          // 11:00 in Berlin is 10:00 UTC in winter.
          ...SUNDAYS,
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

    it.each([
      [
        'takes longer than a year',
        { ...OUTAGE, to: '2027-11-24T10:00:00Z' },
        /not take longer than 366 days/,
      ],
      [
        'begins when nothing is known any more',
        { ...OUTAGE, from: '2025-10-17T11:00:00Z', to: '2025-10-18T00:00:00Z' },
        /Nothing is kept of the time before 2025-10-18T12:00:00.000Z/,
      ],
      [
        'ends in six years',
        { ...OUTAGE, from: '2032-11-22T00:00:00Z', to: '2032-11-23T00:00:00Z' },
        /within the next five years, not end at 2032-11-23/,
      ],
      [
        'begins to recur in six years',
        { ...SUNDAYS, from: '2032-11-22T00:00:00' },
        /within the next five years, not begin at 2032-11-27T23:00:00.000Z/,
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

    it.each([
      [
        { scope: { sloId: '1' } },
        '`scope` must have a `type`, one of slo, entity, definition',
      ],
      [
        { scope: { type: 'system', sloId: '1' } },
        '`scope` must have a `type`, one of slo, entity, definition, not "system"',
      ],
      [
        { scope: { type: 'entity', environment: 'production' } },
        '`scope` of the type entity lacks the field `entityRef`',
      ],
      [
        { scope: { type: 'definition', definitionId: 'a', sloId: '1' } },
        '`scope` of the type definition has no field `sloId`, but type, definitionId',
      ],
      [
        { times: { ...OUTAGE, type: undefined } },
        '`times` must have a `type`, one of once, recurring',
      ],
    ])('says what %j lacks', async (part, message) => {
      const { status: refused, body } = await performance.call(
        'POST',
        '/slo-adjustments',
        {
          json: {
            scope: { type: 'slo', sloId },
            times: OUTAGE,
            reason: REASON,
            ...part,
          },
        },
      );
      expect([refused, body.error.message]).toEqual([400, message]);
    });

    it('asks for a reason of the length that its description names', async () => {
      for (const reason of ['too short', '         too short']) {
        const { status: refused } = await performance.call(
          'POST',
          '/slo-adjustments',
          { json: { scope: { type: 'slo', sloId }, times: OUTAGE, reason } },
        );
        expect(refused).toBe(400);
      }
    });

    it('of time that lies ahead is for owners, and for who may approve, define or administer', async () => {
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
        statuses.push((await adjust(scope, AHEAD, user)).status);
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

    it.each<[string, object]>([
      ['a step that begins now', AHEAD],
      ['Sundays from now on', { ...SUNDAYS, from: '2026-11-22T13:10:00' }],
    ])('of %s is for an owner', async (_, times) => {
      const { status: made } = await adjust(
        { type: 'slo', sloId },
        times,
        OWNER,
      );
      expect(made).toBe(201);
    });

    it.each<[string, object]>([
      ['an outage that is over', OUTAGE],
      ['what has begun', { ...AHEAD, from: '2026-11-22T12:06:29Z' }],
      // Whole steps are taken out: this would take out what has passed of one, too.
      [
        'a later part of a step that has begun',
        { ...AHEAD, from: '2026-11-22T12:09:00Z' },
      ],
      ['Sundays, the past ones too', SUNDAYS],
    ])('of %s is for who may approve', async (_, times) => {
      performance.setNow('2026-11-22T12:06:30Z');
      const refused = await adjust({ type: 'slo', sloId }, times, OWNER);
      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        'Time that has passed can only be taken out by who may approve or administer for what it is about, as that may end what error-budget policies ask for: ask one of them, or take out time from 2026-11-22T12:10:00.000Z on',
      ]);
      const { status: made } = await adjust(
        { type: 'slo', sloId },
        times,
        APPROVER,
      );
      expect(made).toBe(201);
    });

    it('tells who may adjust what', async () => {
      const may = async (user: string) => {
        const { body } = await performance.call('GET', `/slos/${sloId}`, {
          user,
        });
        return [body.may.adjust, body.may.adjustPast];
      };
      expect([
        await may(READER),
        await may(OWNER),
        await may(APPROVER),
      ]).toEqual([
        [false, false],
        [true, false],
        [true, true],
      ]);
    });

    it('ends what a policy asked for only where who may decides so, and says so', async () => {
      await performance.call('POST', '/definitions', {
        json: {
          content: JSON.stringify({
            apiVersion: 'performance-governance.io/v1',
            kind: 'ErrorBudgetPolicy',
            metadata: { name: 'budgets' },
            spec: {
              rules: [
                {
                  name: 'spent',
                  when: { remainingBelow: 0 },
                  action: 'freeze',
                },
              ],
            },
          }),
        },
      });
      await performance.services.evaluation.reevaluateEntities('all');
      const freeze = async () => {
        const { body } = await performance.call(
          'GET',
          '/error-budget-actions',
          { query: { entityRef: 'component:default/checkout' } },
        );
        return body.items.map(({ ended }: any) => ended ?? 'in force');
      };
      expect(await freeze()).toEqual(['in force']);

      await adjust({ type: 'slo', sloId }, OUTAGE, OWNER);
      await adjust({ type: 'slo', sloId }, AHEAD, OWNER);
      expect(await freeze()).toEqual(['in force']);

      const { body: made } = await adjust({ type: 'slo', sloId }, OUTAGE);
      const { createdBy, createdAt } = made;
      expect(await freeze()).toEqual([
        {
          at: '2026-11-22T12:00:00.000Z',
          reason: 'adjusted',
          adjustments: [{ id: made.id, createdBy, createdAt, reason: REASON }],
        },
      ]);
      await performance.services.notificationDuties.send();
      expect(
        performance.notifications
          .map(({ payload }) => `${payload.title}: ${payload.description}`)
          .filter(text => text.includes('no longer frozen')),
      ).toEqual([
        `Changes to checkout are no longer frozen: Title of availability in production: the error-budget policy budgets no longer calls for it (spent). Time was taken out of the SLO by adjustment ${made.id} of ${createdBy}: ${REASON}.`,
      ]);

      await performance.call('POST', `/slo-adjustments/${made.id}/revoke`, {
        json: { reason: 'It had not been announced' },
      });
      expect((await freeze())[0]).toBe('in force');
    });
  },
);
