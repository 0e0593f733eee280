import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { CatalogProjection } from './CatalogProjection';
import { DatabaseEntityStore } from './DatabaseEntityStore';

function entity(
  ref: string,
  options: {
    relations?: [string, string][];
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const [, kind, name] = ref.match(/^(\w+):default\/(.+)$/) ?? [];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: options.annotations,
    },
    spec: { type: 'service' },
    relations: options.relations?.map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const ORGANISATION = [
  entity('Group:default/payments', {
    relations: [['childOf', 'group:default/shop']],
  }),
  entity('Group:default/shop', {
    relations: [['childOf', 'group:default/company']],
  }),
  // The catalog doesn't keep anyone from this.
  entity('Group:default/company', {
    relations: [['childOf', 'group:default/payments']],
  }),
  entity('Domain:default/commerce'),
  entity('Domain:default/buying', {
    relations: [['partOf', 'domain:default/commerce']],
  }),
  entity('System:default/checkout', {
    relations: [
      ['partOf', 'domain:default/buying'],
      ['ownedBy', 'group:default/shop'],
    ],
  }),
];

const PAY = entity('Component:default/pay', {
  relations: [
    ['partOf', 'system:default/checkout'],
    ['ownedBy', 'group:default/payments'],
  ],
});
const CART = entity('Component:default/cart', {
  relations: [['ownedBy', 'group:default/shop']],
});

describe('CatalogProjection', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let store: DatabaseEntityStore;
  let announced: string[][];

  function projectionOf(
    entities: Entity[],
    options: {
      failOnPage?: number;
      pageSize?: number;
      isKilled?: boolean;
      now?: () => string;
    } = {},
  ) {
    const catalog = catalogServiceMock({ entities });
    const queryEntities = catalog.queryEntities.bind(catalog);
    let pages = 0;
    catalog.queryEntities = async (request, credentials) => {
      pages += 1;
      if (pages === options.failOnPage) {
        throw new Error('The catalog is down');
      }
      return queryEntities(
        { ...request, limit: options.pageSize ?? request?.limit } as object,
        credentials,
      );
    };
    return new CatalogProjection({
      catalog,
      auth: mockServices.auth(),
      store,
      logger: mockServices.logger.mock(),
      now: () => new Date(options.now?.() ?? '2026-11-22T12:00:00Z'),
      onChange: async ids => {
        if (options.isKilled) {
          throw new Error('Killed');
        }
        const changed = await store.getByIds(ids);
        announced.push(changed.map(({ entityRef }) => entityRef).sort());
      },
    });
  }

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await migrateTestDatabase(knex);
    store = new DatabaseEntityStore(knex);
    announced = [];
  });

  afterEach(async () => knex.destroy());

  it('resolves owners, systems and domains over all pages', async () => {
    await expect(
      projectionOf([...ORGANISATION, PAY, CART], { pageSize: 2 }).sweep(),
    ).resolves.toBe(true);

    const pay = await store.getByRef('component:default/pay');
    expect(pay?.fact).toMatchObject({
      owners: [
        'group:default/payments',
        'group:default/shop',
        'group:default/company',
      ],
      system: 'system:default/checkout',
      domains: ['domain:default/buying', 'domain:default/commerce'],
    });
    await expect(
      store.getByRef('domain:default/buying'),
    ).resolves.toMatchObject({
      fact: { domains: ['domain:default/buying', 'domain:default/commerce'] },
    });
    // Groups are only what chains are made of.
    await expect(store.getByRef('group:default/shop')).resolves.toBeUndefined();
  });

  it('announces each change once', async () => {
    await projectionOf([...ORGANISATION, PAY]).sweep();
    await projectionOf([...ORGANISATION, PAY]).sweep();
    const moved = entity('Component:default/pay', {
      relations: [['ownedBy', 'group:default/shop']],
    });
    await projectionOf([...ORGANISATION, moved]).sweep();

    expect(announced).toEqual([
      [
        'component:default/pay',
        'domain:default/buying',
        'domain:default/commerce',
        'system:default/checkout',
      ],
      ['component:default/pay'],
    ]);
    await expect(
      store.getByRef('component:default/pay'),
    ).resolves.toMatchObject({ owner: 'group:default/shop', version: 2 });
  });

  it('follows a group that moved below another', async () => {
    await projectionOf([...ORGANISATION, PAY]).sweep();
    const reorganised = ORGANISATION.filter(
      group => stringifyEntityRef(group) !== 'group:default/payments',
    );
    await projectionOf([
      ...reorganised,
      entity('Group:default/payments', {
        relations: [['childOf', 'group:default/finance']],
      }),
      PAY,
    ]).sweep();

    const pay = await store.getByRef('component:default/pay');
    expect(pay?.fact.owners).toEqual([
      'group:default/payments',
      'group:default/finance',
    ]);
  });

  it('retires after two complete sweeps, and never by a partial one', async () => {
    const isRetired = async () =>
      (await store.getByRef('component:default/pay'))?.retired;
    await projectionOf([...ORGANISATION, PAY, CART]).sweep();
    const without = [...ORGANISATION, CART];

    for (let turn = 0; turn < 3; turn++) {
      await expect(
        projectionOf(without, { pageSize: 2, failOnPage: 5 }).sweep(),
      ).rejects.toThrow('The catalog is down');
      await expect(projectionOf([]).sweep()).resolves.toBe(false);
    }
    expect(await isRetired()).toBe(false);
    await projectionOf(without).sweep();
    expect(await isRetired()).toBe(false);
    await projectionOf(without).sweep();
    expect(await isRetired()).toBe(true);
    expect(announced.pop()).toEqual(['component:default/pay']);

    await projectionOf([...without, PAY]).sweep();
    expect(await isRetired()).toBe(false);
    expect(announced.pop()).toEqual(['component:default/pay']);
  });

  it('reads an unknown entity on request, with what is above it', async () => {
    const projection = projectionOf([...ORGANISATION, PAY]);

    await expect(
      projection.ensure('component:default/pay'),
    ).resolves.toMatchObject({
      fact: {
        owners: [
          'group:default/payments',
          'group:default/shop',
          'group:default/company',
        ],
        domains: ['domain:default/buying', 'domain:default/commerce'],
      },
    });
    expect(announced).toEqual([['component:default/pay']]);
    await expect(
      projection.ensure('component:default/unheard-of'),
    ).resolves.toBeUndefined();
    await expect(
      projection.ensure('group:default/shop'),
    ).resolves.toBeUndefined();

    // What the request found and the sweep finds is the same fact.
    await projection.sweep();
    await expect(
      store.getByRef('component:default/pay'),
    ).resolves.toMatchObject({ version: 1 });
  });

  describe('with a former ref', () => {
    const renamed = entity('Component:default/payments', {
      annotations: {
        'performance-governance.io/former-ref': 'component:default/pay',
      },
    });

    it('keeps the history of an entity that is gone', async () => {
      await projectionOf([...ORGANISATION, PAY]).sweep();
      const before = await store.getByRef('component:default/pay');
      await projectionOf([...ORGANISATION, renamed]).sweep();

      await expect(
        store.getByRef('component:default/payments'),
      ).resolves.toMatchObject({ id: before?.id, version: 2 });
      await expect(
        store.getByRef('component:default/pay'),
      ).resolves.toBeUndefined();
    });

    it('waits for the catalog to remove what an entity was', async () => {
      await projectionOf([...ORGANISATION, PAY]).sweep();
      const before = await store.getByRef('component:default/pay');
      // The catalog removes what its file lacks later than it takes in what that has.
      const both = projectionOf([...ORGANISATION, PAY, renamed]);
      await both.sweep();
      await expect(
        both.ensure('component:default/payments'),
      ).resolves.toBeUndefined();
      await projectionOf([...ORGANISATION, renamed]).sweep();

      await expect(
        store.getByRef('component:default/payments'),
      ).resolves.toMatchObject({ id: before?.id });
    });

    it('takes over from an entity that nothing provides any more', async () => {
      await projectionOf([...ORGANISATION, PAY]).sweep();
      const before = await store.getByRef('component:default/pay');
      const orphan = {
        ...PAY,
        metadata: {
          ...PAY.metadata,
          annotations: { 'backstage.io/orphan': 'true' },
        },
      };
      await projectionOf([...ORGANISATION, orphan, renamed]).sweep();

      await expect(
        store.getByRef('component:default/payments'),
      ).resolves.toMatchObject({ id: before?.id });
    });

    it('takes nothing from an entity that stays', async () => {
      await projectionOf([...ORGANISATION, PAY]).sweep();
      const before = await store.getByRef('component:default/pay');
      let now = '2026-11-22T12:00:00Z';
      const projection = projectionOf([...ORGANISATION, PAY, renamed], {
        now: () => now,
      });
      await projection.sweep();
      now = '2026-11-22T12:15:00Z';
      await projection.sweep();

      await expect(
        store.getByRef('component:default/pay'),
      ).resolves.toMatchObject({ id: before?.id });
      const taker = await store.getByRef('component:default/payments');
      expect(taker).toBeDefined();
      expect(taker?.id).not.toBe(before?.id);
    });
  });

  it('announces what a killed backend did not get to', async () => {
    await expect(
      projectionOf([...ORGANISATION, PAY], { isKilled: true }).sweep(),
    ).rejects.toThrow('Killed');
    await projectionOf([...ORGANISATION, PAY]).sweep();

    expect(announced).toEqual([
      expect.arrayContaining(['component:default/pay']),
    ]);
  });
});
