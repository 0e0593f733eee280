import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { budget, k6Summary } from '../../__testUtils__/fixtures';
import { ARCHITECT, OWNER } from '../../__testUtils__/people';
import {
  BoundFindingClient,
  BoundPerformance,
  CHECKOUT,
  SECOND,
  startBound,
  WITHOUT_REQUESTS,
} from './__testUtils__/startBound';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const RULE = 'budget:http.request.duration:p95';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'a bound finding on %s',
  id => {
    const databases = createTestDatabases();
    let performance: BoundPerformance;
    let finding: BoundFindingClient;

    const bind = async (greenDays: number) => {
      const { status, body } = await finding.bind({
        ruleId: RULE,
        environment: 'production',
        greenDays,
      });
      expect([status, body]).toEqual([200, expect.anything()]);
      return body;
    };
    const told = async () =>
      (await performance.sent())
        .filter(({ topic }) => topic === 'findings')
        .map(({ to, title }) => `${to}: ${title}`)
        .sort();

    beforeEach(async () => {
      performance = await startBound(await databases.init(id));
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 2 }),
      );
      await performance.upload(1, k6Summary(412));
      finding = await performance.record();
    });
    afterEach(async () => {
      await performance.services.reevaluations.stop();
      await performance.stop();
    });

    it('closes and opens again because reports are uploaded', async () => {
      const { binding } = await bind(3);
      expect(binding).toMatchObject({
        entityRef: CHECKOUT,
        ruleId: RULE,
        title: 'Title of latency',
        state: 'fail',
        environment: 'production',
        labels: {},
        green: { count: 0 },
        boundBy: ARCHITECT,
        boundAt: '2026-11-01T12:00:00.000Z',
      });
      await told();

      await performance.upload(2, k6Summary(280));
      expect(await finding.standing()).toBe('open 1/3');
      // Nothing on the 3rd and 4th, and no data on the 5th: they neither count nor begin the row anew.
      await performance.upload(5, WITHOUT_REQUESTS);
      expect(await finding.standing()).toBe('open 1/3');
      await performance.upload(6, k6Summary(290));
      expect(await finding.standing()).toBe('open 2/3');
      // A second report of a day makes it no other day.
      await performance.upload(6, k6Summary(291), '2026-11-06T11:30:00Z');
      expect(await finding.standing()).toBe('open 2/3');
      expect(await told()).toEqual([]);
      await performance.upload(8, k6Summary(270));
      expect(await finding.standing()).toBe('open 3/3?');
      expect((await finding.get()).binding.green).toEqual({
        count: 3,
        since: '2026-11-02',
        until: '2026-11-08',
      });
      expect(await told()).toEqual([
        `${ARCHITECT}: Close F-${finding.id}? Orders lack an index`,
      ]);
      expect(
        (
          await performance.call('GET', '/findings', {
            query: { proposed: true },
            user: ARCHITECT,
          })
        ).body.items.map((one: { id: string }) => one.id),
      ).toEqual([finding.id]);

      // Whoever says that it is mended doesn't verify that.
      performance.setNow('2026-11-08T13:00:00Z');
      expect(await finding.step('resolved')).toMatchObject({ status: 200 });
      expect(await finding.standing()).toBe('resolved 3/3?');
      expect(await finding.decide('verify', { user: OWNER })).toMatchObject({
        status: 403,
      });
      expect(await finding.decide('verify')).toMatchObject({
        status: 403,
        body: {
          error: {
            message: expect.stringContaining(
              'Nobody verifies what they resolved',
            ),
          },
        },
      });
      expect(
        await finding.decide('verify', { user: SECOND, note: 'Looks good.' }),
      ).toMatchObject({ status: 200, body: { status: 'verified' } });
      expect(await finding.standing()).toBe('verified 3/3');
      await told();

      // One failure is no regression until another run confirms it.
      await performance.upload(10, k6Summary(450));
      expect(await finding.standing()).toBe('verified 0/3');
      expect(await told()).toEqual([]);
      await performance.upload(11, k6Summary(460));
      expect(await finding.standing()).toBe('open 0/3');
      expect(await told()).toEqual([
        `${ARCHITECT}: Open again: F-${finding.id} Orders lack an index`,
        `${OWNER}: Finding reopened: F-${finding.id} Orders lack an index`,
      ]);
      expect(await finding.history()).toEqual([
        'reopened',
        `status ${SECOND}`,
        'closure-proposed',
        `status ${ARCHITECT}`,
        'closure-proposed',
        `bound ${ARCHITECT}`,
        `created ${ARCHITECT}`,
      ]);
      // Its own verdict followed.
      expect(
        (
          await performance.call('GET', '/verdicts', {
            query: { ruleKind: ['finding'] },
          })
        ).body.items,
      ).toEqual([
        expect.objectContaining({
          ruleId: `finding:${finding.id}`,
          state: 'fail',
          finding: expect.objectContaining({ status: 'open' }),
        }),
      ]);
    });

    it('is closed by whoever verifies it where nobody resolved it', async () => {
      await bind(1);
      await performance.upload(2, k6Summary(280));
      expect(await finding.decide('verify')).toMatchObject({
        status: 200,
        body: { status: 'verified' },
      });
      expect(await finding.decide('verify')).toMatchObject({ status: 409 });
    });

    it('counts anew from the next day where closure is declined', async () => {
      await bind(2);
      await performance.upload(2, k6Summary(280));
      await performance.upload(3, k6Summary(280));
      expect(await finding.standing()).toBe('open 2/2?');
      expect(await finding.decide('decline')).toMatchObject({ status: 400 });
      expect(
        await finding.decide('decline', { note: 'Not under peak load.' }),
      ).toMatchObject({ status: 200 });
      expect(await finding.standing()).toBe('open 0/2');
      await performance.upload(3, k6Summary(270), '2026-11-03T11:59:00Z');
      expect(await finding.standing()).toBe('open 0/2');
      await performance.upload(4, k6Summary(280));
      await performance.upload(5, k6Summary(280));
      expect(await finding.standing()).toBe('open 2/2?');
    });

    it('takes the proposal back where a run fails, comes late, or turns out to be invalid', async () => {
      await bind(2);
      await performance.upload(2, k6Summary(280));
      const third = await performance.upload(3, k6Summary(280));
      expect(await finding.standing()).toBe('open 2/2?');
      await told();

      // One that was green isn't evidence any more.
      const invalidated = await performance.ask(
        'PUT',
        `/runs/${third}/invalidation`,
        { reason: 'The load generator was throttled.' },
        'user:default/admin',
      );
      expect([invalidated.status, invalidated.body]).toEqual([
        200,
        expect.anything(),
      ]);
      expect(await finding.standing()).toBe('open 1/2');
      await performance.upload(4, k6Summary(280));
      expect(await finding.standing()).toBe('open 2/2?');

      // A late one counts for its own day, between the others.
      await performance.upload(5, k6Summary(999), '2026-11-03T18:00:00Z');
      expect(await finding.standing()).toBe('open 1/2');
      expect((await finding.get()).binding.green).toEqual({
        count: 1,
        since: '2026-11-04',
        until: '2026-11-04',
      });
      expect(await finding.history()).toEqual([
        'closure-withdrawn',
        'closure-proposed',
        'closure-withdrawn',
        'closure-proposed',
        `bound ${ARCHITECT}`,
        `created ${ARCHITECT}`,
      ]);
    });

    it('counts a pass under a waiver, which leaves it a pass, and not a failure', async () => {
      await bind(2);
      await performance.upload(2, k6Summary(280));
      const requested = await performance.call('POST', '/waivers', {
        json: {
          entityRef: CHECKOUT,
          ruleId: RULE,
          environment: 'production',
          reason: 'The index is being built.',
          expiresAt: '2026-11-04T00:00:00Z',
        },
      });
      expect(requested.status).toBe(201);
      const approved = await performance.call('POST', '/waivers/decisions', {
        json: { ids: [requested.body.id], decision: 'approve' },
        user: 'user:default/admin',
      });
      expect([approved.status, approved.body]).toEqual([
        200,
        expect.anything(),
      ]);
      await performance.upload(3, k6Summary(280));
      expect(await finding.standing()).toBe('open 2/2?');
      await performance.upload(3, k6Summary(412), '2026-11-03T11:30:00Z');
      expect(await finding.standing()).toBe('open 0/2');
    });

    it('stays resolved while what it is bound to still fails by older runs', async () => {
      await bind(2);
      await performance.upload(2, k6Summary(412));
      performance.setNow('2026-11-02T13:00:00Z');
      await finding.step('resolved', OWNER);
      expect(await finding.standing()).toBe('resolved 0/2');
      // It began before that.
      await performance.upload(3, k6Summary(412), '2026-11-02T12:30:00Z');
      expect(await finding.standing()).toBe('resolved 0/2');
      await performance.upload(3, k6Summary(412));
      expect(await finding.standing()).toBe('open 0/2');
    });

    it('comes to the same however often it is looked at', async () => {
      await bind(2);
      await performance.upload(2, k6Summary(280));
      await performance.upload(3, k6Summary(280));
      const before = await finding.get();
      await performance.services.bindingObserver.observe();
      await performance.services.evaluation.reevaluateEntities('all');
      await performance.services.bindingObserver.observe();
      expect(await finding.get()).toEqual(before);
      expect(await finding.history()).toHaveLength(3);
    });

    it.each<[string, object, number, string]>([
      [
        'a verdict that there is none of',
        { ruleId: 'budget:web.lcp:p75' },
        404,
        'Nothing judges component:default/checkout',
      ],
      [
        'an entity that it does not affect',
        { entityRef: 'component:default/basket' },
        400,
        "doesn't affect component:default/basket",
      ],
      ['a finding', { ruleId: 'finding:1' }, 400, 'not to a finding'],
      ['an old version', { version: 0 }, 409, "isn't as you saw it"],
    ])('is not bound to %s', async (_, json, status, message) => {
      const bound = await finding.bind({
        ruleId: RULE,
        environment: 'production',
        greenDays: 3,
        ...json,
      });
      expect(bound).toMatchObject({
        status,
        body: { error: { message: expect.stringContaining(message) } },
      });
    });

    it('is let go with the entity that it does not affect any more', async () => {
      const { version } = await finding.get();
      const more = await performance.ask('PATCH', `/findings/${finding.id}`, {
        version,
        affected: ['component:default/basket'],
      });
      expect(more.status).toBe(200);
      const bound = await finding.bind({
        entityRef: 'component:default/basket',
        ruleId: RULE,
        environment: '*',
        greenDays: 1,
      });
      expect([bound.status, bound.body.binding]).toEqual([
        200,
        expect.objectContaining({ state: 'no-data' }),
      ]);
      const fewer = await performance.ask('PATCH', `/findings/${finding.id}`, {
        version: bound.body.version,
        affected: [],
      });
      expect(fewer.status).toBe(200);
      expect((await finding.get()).binding).toBeUndefined();
      expect(await finding.decide('decline', { note: 'Why.' })).toMatchObject({
        status: 409,
      });
    });

    it('is bound and let go by those who judge findings only', async () => {
      const binding = {
        ruleId: RULE,
        environment: 'production',
        greenDays: 3,
      };
      expect(await finding.bind(binding, OWNER)).toMatchObject({ status: 403 });
      const bound = await bind(3);
      expect(bound.binding).toBeDefined();
      const unbind = (user: string) =>
        performance.call('DELETE', `/findings/${finding.id}/binding`, {
          query: { version: bound.version },
          user,
        });
      expect((await unbind(OWNER)).status).toBe(403);
      expect((await unbind(ARCHITECT)).status).toBe(200);
      expect((await finding.get()).binding).toBeUndefined();
      expect(await finding.decide('verify')).toMatchObject({ status: 409 });
    });
  },
);
