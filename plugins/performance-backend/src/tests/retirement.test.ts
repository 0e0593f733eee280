import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget } from '../__testUtils__/fixtures';
import { SHOP, startShop } from '../__testUtils__/startShop';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { selectChanges } from '../verdicts/selectChanges';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const CHECKOUT = 'component:default/checkout';
const REQUESTER = 'user:default/kim';
const LATENCY = 'budget:http.request.duration:p95';

const without = (name: string) =>
  SHOP.filter(({ metadata }) => metadata.name !== name);

const changed = (
  name: string,
  spec: Record<string, string | undefined>,
): Entity[] =>
  SHOP.map(entity =>
    entity.metadata.name === name
      ? { ...entity, spec: { ...entity.spec, ...spec } }
      : entity,
  );

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'what hangs on something that is gone, on %s',
  id => {
    const databases = createTestDatabases();
    let shop: TestPerformance;

    beforeEach(async () => {
      shop = await startShop(await databases.init(id));
    });
    afterEach(async () => shop.stop());

    async function get(path: string, query: Record<string, string> = {}) {
      const { status, body } = await shop.call('GET', path, { query });
      expect(status).toBe(200);
      return body;
    }

    async function post(path: string, json: object, user = REQUESTER) {
      const { status, body } = await shop.call('POST', path, { json, user });
      expect(status).toBeLessThan(300);
      return body;
    }

    /** Reads a catalog of these, as often as it takes to believe that something is gone. */
    async function sweep(entities: Entity[], times = 1) {
      shop.setCatalog(entities);
      for (let time = 0; time < times; time++) {
        await shop.services.catalogProjection.sweep();
      }
      await shop.services.waiverDesk.expire();
      await shop.services.leftovers.retire();
    }

    const requestWaiver = () =>
      post('/waivers', {
        entityRef: CHECKOUT,
        ruleId: LATENCY,
        environment: 'production',
        labels: {},
        reason: 'A new database comes in December.',
        expiresAt: '2026-12-20T00:00:00Z',
      });

    async function dispute() {
      const { items } = await get('/verdicts', {
        entityRef: CHECKOUT,
        rule: LATENCY,
      });
      return post(`/verdicts/${items[0].id}/disputes`, {
        reason: 'The load generator was overloaded.',
      });
    }

    const openDisputes = async () =>
      (await get('/disputes', { status: 'open' })).totalItems;

    /** What current state holds, over everything that counts it. */
    async function currentState() {
      const verdicts = await get('/verdicts', { limit: '100' });
      const rollup = await get('/rollups', { by: 'organisation' });
      const scorecard = await get(
        `/scorecards/${encodeURIComponent('org/scorecard/baseline')}/results`,
      );
      const waivers = await get('/waivers', {
        status: 'requested',
      });
      return {
        verdicts: verdicts.totalItems,
        counted: rollup.total.counts.total,
        entities: rollup.total.entities,
        scored: scorecard.totalItems,
        waivers: waivers.totalItems,
        disputes: await openDisputes(),
        goals: (await get('/goals')).items.map(
          ({ now }: { now: { total: number } }) => now.total,
        ),
      };
    }

    it('leaves current state with an entity, stays in history, and comes back with it', async () => {
      const waiver = await requestWaiver();
      const disputed = await dispute();
      await post(
        '/entities/component/default/checkout/break-glass',
        { reason: 'Checkout is down, this fixes it.', hours: 4 },
        REQUESTER,
      );
      const before = await currentState();
      expect(before).toMatchObject({
        entities: 4,
        scored: 4,
        waivers: 1,
        disputes: 1,
        goals: [2],
      });
      const mine = await get('/verdicts', { entityRef: CHECKOUT });
      expect(mine.totalItems).toBe(4);
      const [{ count }] = await shop.services.knex
        .from(selectChanges(shop.services.knex, 'changes'))
        .count({ count: '*' });

      // Once may be a catalog that hasn't read everything.
      await sweep(without('checkout'));
      expect(await currentState()).toEqual(before);
      await sweep(without('checkout'));
      expect(await currentState()).toEqual({
        verdicts: before.verdicts - 4,
        counted: before.counted - 4,
        entities: 3,
        scored: 3,
        waivers: 0,
        disputes: 0,
        goals: [0],
      });
      const { knex } = shop.services;
      const [{ count: kept }] = await knex
        .from(selectChanges(knex, 'changes'))
        .count({ count: '*' });
      expect(Number(kept)).toBe(Number(count));
      expect(await knex('runs')).toHaveLength(5);
      expect(await knex('waivers').where('id', waiver.id)).toMatchObject([
        { status: 'expired' },
      ]);
      expect(await knex('disputes').where('id', disputed.id)).toMatchObject([
        { status: 'retired' },
      ]);
      expect(await knex('break_glass').whereNull('ended_at')).toEqual([]);

      await sweep(SHOP);
      expect(await currentState()).toEqual({
        ...before,
        waivers: 0,
        disputes: 0,
      });
      const gate = await get(
        '/entities/component/default/checkout/break-glass',
      );
      expect(gate.active).toBeUndefined();
    });

    it('leaves current state with a definition', async () => {
      const waiver = await requestWaiver();
      await dispute();
      const before = await currentState();
      for (const name of ['latency', 'endpoint-latency']) {
        const { status } = await shop.call(
          'DELETE',
          `/definitions/${encodeURIComponent(`org/budget/${name}`)}`,
        );
        expect(status).toBe(204);
      }
      await sweep(SHOP);
      const after = await currentState();
      // A check of each of the four components is left.
      expect(after).toEqual({
        verdicts: 4,
        counted: 4,
        entities: 4,
        scored: 4,
        waivers: 0,
        disputes: 0,
        goals: [0],
      });
      expect(after.verdicts).toBeLessThan(before.verdicts);
      expect((await get(`/waivers/${waiver.id}`)).end).toMatchObject({
        reason: `Nothing judges ${CHECKOUT} by this any more.`,
      });

      await shop.call(
        'DELETE',
        `/definitions/${encodeURIComponent('org/scorecard/baseline')}`,
      );
      await shop.call(
        'DELETE',
        `/definitions/${encodeURIComponent('org/goal/tier-1-endpoints')}`,
      );
      expect((await get('/scorecards')).items).toEqual([]);
      expect((await get('/goals')).items).toEqual([]);
      expect(await shop.services.knex('scorecard_results')).toEqual([]);
      expect(await shop.services.knex('scorecard_history')).not.toEqual([]);
    });

    it('moves with the ownership in the catalog', async () => {
      await requestWaiver();
      const ofOwner = async (owner: string) => {
        const verdicts = await get('/verdicts', { owner });
        const rollup = await get('/rollups', { by: 'organisation', owner });
        const debt = await get('/waiver-debt', { owner });
        return [
          verdicts.totalItems,
          rollup.total.counts.total,
          debt.items.length,
        ];
      };
      const groups = ['shop', 'payments', 'discovery'].map(
        name => `group:default/${name}`,
      );
      const [SHOP_GROUP, PAYMENTS, DISCOVERY] = groups;
      const all = await ofOwner(SHOP_GROUP);
      const payments = await ofOwner(PAYMENTS);
      const discovery = await ofOwner(DISCOVERY);
      expect(payments[2]).toBe(1);
      expect(discovery[2]).toBe(0);
      const { totalItems: moved } = await get('/verdicts', {
        entityRef: CHECKOUT,
      });

      await sweep(changed('checkout', { owner: 'discovery' }));
      expect(await ofOwner(SHOP_GROUP)).toEqual(all);
      expect(await ofOwner(PAYMENTS)).toEqual([
        payments[0] - moved,
        payments[1] - moved,
        0,
      ]);
      expect(await ofOwner(DISCOVERY)).toEqual([
        discovery[0] + moved,
        discovery[1] + moved,
        1,
      ]);

      // A group that is gone no longer gathers what its child groups own.
      await sweep(without('shop').map(withoutParent));
      expect(await ofOwner(SHOP_GROUP)).toEqual([0, 0, 0]);
      expect(await ofOwner(PAYMENTS)).toEqual(payments);
    });

    it('takes what an entity defined with it, and gives it back', async () => {
      const content = budget('throughput', {
        metric: 'http.request.rate',
        statistic: 'rate',
        fail: '>= 10/s',
      });
      await post('/definitions', {
        content,
        entityRef: 'system:default/buying',
      });
      const judged = async () =>
        (await get('/verdicts', { metric: 'http.request.rate' })).totalItems;
      const defined = async () => {
        const { items } = await get('/definitions', { layer: 'system' });
        return items.map(({ status }: { status: string }) => status);
      };
      // It contains checkout and basket.
      expect(await judged()).toBe(2);
      expect(await defined()).toEqual(['in-force']);

      await sweep(without('buying'), 2);
      expect(await defined()).toEqual([]);
      expect(await judged()).toBe(0);

      await sweep(SHOP);
      expect(await defined()).toEqual(['in-force']);
      expect(await judged()).toBe(2);
    });

    it('leaves with a system what it contained', async () => {
      const ofSystem = async () =>
        (await get('/verdicts', { system: 'system:default/buying' }))
          .totalItems;
      expect(await ofSystem()).toBeGreaterThan(0);
      await sweep(
        without('buying').map(entity =>
          entity.spec?.system === 'buying'
            ? { ...entity, spec: { ...entity.spec, system: 'finding' } }
            : entity,
        ),
        2,
      );
      expect(await ofSystem()).toBe(0);
    });
  },
);

function withoutParent(entity: Entity): Entity {
  return entity.kind === 'Group'
    ? { ...entity, spec: { ...entity.spec, parent: undefined } }
    : entity;
}
