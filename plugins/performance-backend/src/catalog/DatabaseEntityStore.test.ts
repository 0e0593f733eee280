import { Entity } from '@backstage/catalog-model';
import { resolveEntityFact } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseEntityStore } from './DatabaseEntityStore';

const NOW = new Date('2026-11-22T12:00:00Z');

function fact(
  name: string,
  options: {
    kind?: string;
    owner?: string;
    tags?: string[];
    annotations?: Record<string, string>;
    spec?: Entity['spec'];
  } = {},
) {
  const parents: Record<string, Entity> = {
    'group:default/payments': {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments' },
      spec: { type: 'team', parent: 'shop' },
    },
    'system:default/checkout': {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'checkout' },
      spec: { owner: 'shop', domain: 'buying' },
    },
  };
  return resolveEntityFact(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: options.kind ?? 'Component',
      metadata: {
        name,
        tags: options.tags,
        annotations: options.annotations,
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: options.owner ?? 'payments',
        system: 'checkout',
        ...options.spec,
      },
    },
    ref => parents[ref],
  );
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'DatabaseEntityStore on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let store: DatabaseEntityStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      store = new DatabaseEntityStore(knex);
    });

    afterEach(async () => knex.destroy());

    it('keeps what filters and ownership rules join with', async () => {
      await store.upsert([fact('pay', { tags: ['java', 'java', 'tier-1'] })]);

      await expect(
        store.getByRef('Component:default/Pay'),
      ).resolves.toMatchObject({
        entityRef: 'component:default/pay',
        kind: 'component',
        namespace: 'default',
        name: 'pay',
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/payments',
        system: 'system:default/checkout',
        domain: 'domain:default/buying',
        version: 1,
        retired: false,
      });
      await expect(
        knex('entity_owners').orderBy('depth').select('owner_ref', 'depth'),
      ).resolves.toEqual([
        { owner_ref: 'group:default/payments', depth: 0 },
        { owner_ref: 'group:default/shop', depth: 1 },
      ]);
      await expect(
        knex('entity_domains').select('domain_ref', 'depth'),
      ).resolves.toEqual([{ domain_ref: 'domain:default/buying', depth: 0 }]);
      await expect(
        knex('entity_tags').orderBy('tag').pluck('tag'),
      ).resolves.toEqual(['java', 'tier-1']);
    });

    it('counts a version only when the fact changed', async () => {
      await store.upsert([fact('pay'), fact('cart')]);
      await store.upsert([fact('pay'), fact('cart', { owner: 'carts' })]);

      const pay = await store.getByRef('component:default/pay');
      const cart = await store.getByRef('component:default/cart');
      expect(pay?.version).toBe(1);
      expect(cart?.version).toBe(2);
      await expect(
        knex('entity_owners').where('entity_id', cart?.id).pluck('owner_ref'),
      ).resolves.toEqual(['group:default/carts']);
    });

    it('makes one row of what several replicas write at once', async () => {
      const other = new DatabaseEntityStore(knex);
      const facts = Array.from({ length: 20 }, (_, index) =>
        fact(`service-${index}`),
      );
      await Promise.all([
        store.upsert(facts),
        other.upsert([...facts].reverse()),
      ]);

      const entities = await store.list({ limit: 100 });
      expect(entities).toHaveLength(20);
      expect(new Set(entities.map(({ version }) => version))).toEqual(
        new Set([1]),
      );
    });

    it('retires after two complete sweeps without it, and brings back', async () => {
      await store.upsert([fact('pay'), fact('cart')]);
      const seen = new Set(['component:default/cart']);

      await store.concludeSweep(seen, NOW);
      await expect(store.list({ limit: 10 })).resolves.toHaveLength(2);
      await store.concludeSweep(
        new Set(['component:default/cart', 'component:default/pay']),
        NOW,
      );
      await store.concludeSweep(seen, NOW);
      await expect(store.list({ limit: 10 })).resolves.toHaveLength(2);
      await store.concludeSweep(seen, NOW);
      await expect(
        store.getByRef('component:default/pay'),
      ).resolves.toMatchObject({ retired: true, version: 2 });
      await expect(store.list({ limit: 10 })).resolves.toHaveLength(1);

      await store.upsert([fact('pay')]);
      await expect(
        store.getByRef('component:default/pay'),
      ).resolves.toMatchObject({ retired: false, version: 3 });
    });

    it('lists what changed until it was announced', async () => {
      await store.upsert([fact('pay'), fact('cart')]);
      const first = await store.listUnannounced();
      expect(first).toHaveLength(2);
      await store.upsert([fact('pay', { owner: 'carts' })]);
      await store.markAnnounced(first);

      const pay = await store.getByRef('component:default/pay');
      await expect(store.listUnannounced()).resolves.toEqual([
        { id: pay?.id, version: 2 },
      ]);
    });

    it('keeps the row of a renamed entity', async () => {
      await store.upsert([fact('pay'), fact('cart')]);
      const before = await store.getByRef('component:default/pay');

      await expect(
        store.rename('component:default/pay', 'component:default/cart'),
      ).resolves.toBe(false);
      await expect(
        store.rename('component:default/pay', 'component:default/payments'),
      ).resolves.toBe(true);
      await expect(
        store.getByRef('component:default/payments'),
      ).resolves.toMatchObject({ id: before?.id, name: 'payments' });
    });

    it('finds what a layer contains', async () => {
      await store.upsert([
        fact('pay'),
        fact('lonely', { spec: { system: undefined } }),
        fact('checkout', { kind: 'System', spec: { domain: 'buying' } }),
      ]);
      const pay = await store.getByRef('component:default/pay');
      const system = await store.getByRef('system:default/checkout');
      const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

      await expect(store.listIdsIn({ kind: 'org' })).resolves.toHaveLength(3);
      for (const layer of [
        { kind: 'system', entityRef: 'system:default/checkout' },
        { kind: 'domain', entityRef: 'domain:default/buying' },
      ] as const) {
        expect(sorted(await store.listIdsIn(layer))).toEqual(
          sorted([Number(pay?.id), Number(system?.id)]),
        );
      }
      await expect(
        store.listIdsIn({
          kind: 'component',
          entityRef: 'component:default/pay',
        }),
      ).resolves.toEqual([pay?.id]);
    });

    it('knows the groups of the last sweep, and what they are called', async () => {
      const shop = { entityRef: 'group:default/shop', title: 'The Shop' };
      const payments = {
        entityRef: 'group:default/payments',
        parent: 'group:default/shop',
      };
      await store.replaceGroups([shop, payments]);
      await Promise.all([
        store.replaceGroups([{ ...payments, title: 'Payments' }]),
        store.replaceGroups([{ ...payments, title: 'Payments' }]),
      ]);
      await expect(knex('catalog_groups')).resolves.toEqual([
        {
          entity_ref: 'group:default/payments',
          title: 'Payments',
          parent_ref: 'group:default/shop',
        },
      ]);
    });

    it('lists the entities that name a file of definitions', async () => {
      await store.upsert([
        fact('pay', {
          annotations: {
            'performance-governance.io/definitions': './performance.yaml',
          },
        }),
        fact('cart'),
      ]);
      const entities = await store.listWithDefinitions();
      expect(entities.map(({ name }) => name)).toEqual(['pay']);
    });
  },
);
