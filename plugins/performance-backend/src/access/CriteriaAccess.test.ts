import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  EntityFact,
  performanceDefinePermission,
  performanceReadPermission,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseEntityStore } from '../catalog/DatabaseEntityStore';
import { AccessDecision } from './AccessCriteria';
import { CriteriaAccess } from './CriteriaAccess';

function fact(name: string, other: Partial<EntityFact>): EntityFact {
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name },
    },
    entityRef: `component:default/${name}`,
    owners: [],
    domains: [],
    ...other,
  };
}

const FACTS = [
  fact('pay', {
    owners: ['group:default/payments', 'group:default/shop'],
    system: 'system:default/checkout',
    domains: ['domain:default/buying', 'domain:default/commerce'],
  }),
  fact('cart', {
    owners: ['group:default/shop'],
    system: 'system:default/checkout',
    domains: ['domain:default/buying', 'domain:default/commerce'],
  }),
  fact('parcel', {
    owners: ['group:default/delivery'],
    system: 'system:default/shipping',
    domains: ['domain:default/logistics'],
  }),
  fact('orphan', {}),
];

const ENVIRONMENTS = ['production', 'staging', '*'];

const ownedByShop: AccessDecision = {
  type: 'owner',
  refs: ['group:default/shop'],
};
const ownedByPayments: AccessDecision = {
  type: 'owner',
  refs: ['group:default/payments'],
};
const inProduction: AccessDecision = {
  type: 'environment',
  environments: ['production'],
};

function createAccess(
  decision: AccessDecision,
  permission: ResourcePermission = performanceReadPermission,
  readDecision: AccessDecision = true,
): CriteriaAccess {
  return new CriteriaAccess({
    principal: 'user:default/ann',
    permission,
    decision,
    readAccess: async () => createAccess(readDecision),
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'CriteriaAccess on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let store: DatabaseEntityStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      store = new DatabaseEntityStore(knex);
      await store.upsert(FACTS);
      await knex.schema.createTable('things', table => {
        table.integer('entity_id');
        table.string('environment');
      });
      for (const entity of await store.list({ limit: 100 })) {
        for (const environment of ENVIRONMENTS) {
          await knex('things').insert({ entity_id: entity.id, environment });
        }
      }
    });

    afterAll(async () => knex.destroy());

    async function names(access: CriteriaAccess, withEnvironment: boolean) {
      const query = knex('things')
        .join('entities', 'entities.id', 'things.entity_id')
        .select('entities.name', 'things.environment');
      access.restrict(query, {
        entityId: 'things.entity_id',
        ...(withEnvironment && { environment: 'things.environment' }),
      });
      const rows: { name: string; environment: string }[] = await query;
      return rows.map(row => `${row.name} ${row.environment}`).sort();
    }

    async function namesInMemory(
      access: CriteriaAccess,
      withEnvironment: boolean,
    ) {
      const allowed: string[] = [];
      for (const entity of await store.list({ limit: 100 })) {
        for (const environment of ENVIRONMENTS) {
          if (
            await access.allows(
              entity,
              withEnvironment ? environment : undefined,
            )
          ) {
            allowed.push(`${entity.name} ${environment}`);
          }
        }
      }
      return allowed.sort();
    }

    const everywhere = (...services: string[]) =>
      services.flatMap(name => ENVIRONMENTS.map(one => `${name} ${one}`));

    it.each<[string, AccessDecision, string[]]>([
      ['everything', true, everywhere('pay', 'cart', 'parcel', 'orphan')],
      ['nothing', false, []],
      ['an owner or its child groups', ownedByShop, everywhere('pay', 'cart')],
      ['a child group only', ownedByPayments, everywhere('pay')],
      ['no owners', { type: 'owner', refs: [] }, []],
      [
        'not an owner, what has none included',
        { not: ownedByShop },
        everywhere('parcel', 'orphan'),
      ],
      [
        'a system',
        { type: 'system', refs: ['system:default/shipping'] },
        everywhere('parcel'),
      ],
      [
        'not a system, what has none included',
        { not: { type: 'system', refs: ['system:default/shipping'] } },
        everywhere('pay', 'cart', 'orphan'),
      ],
      [
        'a parent domain',
        { type: 'domain', refs: ['domain:default/commerce'] },
        everywhere('pay', 'cart'),
      ],
      [
        'entities by ref',
        { type: 'entity', refs: ['component:default/orphan'] },
        everywhere('orphan'),
      ],
      [
        'an environment; what has none is seen with its entity',
        inProduction,
        ['pay', 'cart', 'parcel', 'orphan'].flatMap(name => [
          `${name} production`,
          `${name} *`,
        ]),
      ],
      [
        'either of two',
        { anyOf: [ownedByPayments, { allOf: [ownedByShop, inProduction] }] },
        [...everywhere('pay'), 'cart production', 'cart *'],
      ],
      [
        'a nested negation',
        {
          allOf: [
            ownedByShop,
            { not: { anyOf: [ownedByPayments, inProduction] } },
          ],
        },
        ['cart staging', 'cart *'],
      ],
      [
        'what can hold in no environment',
        { allOf: [inProduction, { not: inProduction }] },
        [],
      ],
    ])('sees %s', async (_, decision, expected) => {
      const access = createAccess(decision);
      await expect(names(access, true)).resolves.toEqual([...expected].sort());
      await expect(namesInMemory(access, true)).resolves.toEqual(
        [...expected].sort(),
      );
    });

    it.each<[string, ResourcePermission, AccessDecision, string[]]>([
      [
        'reads what it sees in some environment',
        performanceReadPermission,
        { allOf: [ownedByPayments, inProduction] },
        everywhere('pay'),
      ],
      [
        'uploads where it may in some environment',
        performanceUploadPermission,
        { allOf: [ownedByPayments, { not: inProduction }] },
        everywhere('pay'),
      ],
      [
        'defines only where it may in every environment',
        performanceDefinePermission,
        { anyOf: [ownedByPayments, inProduction] },
        everywhere('pay'),
      ],
    ])('as a whole, %s', async (_, permission, decision, expected) => {
      const access = createAccess(decision, permission);
      await expect(names(access, false)).resolves.toEqual([...expected].sort());
      await expect(namesInMemory(access, false)).resolves.toEqual(
        [...expected].sort(),
      );
    });

    it('narrows a query that already has alternatives', async () => {
      const query = knex('things')
        .join('entities', 'entities.id', 'things.entity_id')
        .where('entities.name', 'pay')
        .orWhere('entities.name', 'parcel');
      const narrowed = knex('things')
        .join('entities', 'entities.id', 'things.entity_id')
        .where(inner =>
          inner
            .where('entities.name', 'pay')
            .orWhere('entities.name', 'parcel'),
        );
      createAccess(ownedByShop).restrict(narrowed, {
        entityId: 'things.entity_id',
      });
      expect(await query).toHaveLength(6);
      expect(await narrowed).toHaveLength(3);
    });

    it('tells a stranger from someone who only lacks a permission', async () => {
      const pay = await store.getByRef('component:default/pay');
      if (!pay) {
        throw new Error('The test needs component:default/pay');
      }
      const upload = (readDecision: AccessDecision) =>
        createAccess(false, performanceUploadPermission, readDecision);

      await expect(
        upload(true).assertAllowed(pay, 'production'),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message:
            'user:default/ann lacks the permission performance.upload on component:default/pay in production',
        }),
      );
      await expect(upload(false).assertAllowed(pay)).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
      await expect(createAccess(false).assertAllowed(pay)).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
      await expect(
        createAccess(ownedByShop, performanceUploadPermission).assertAllowed(
          pay,
        ),
      ).resolves.toBeUndefined();
    });
  },
);
