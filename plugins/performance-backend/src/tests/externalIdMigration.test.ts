import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const directory = migrationsDirectory;
const AT = 1_795_000_000_000;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of external ids on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let pay: number;
    let cart: number;

    const addEntity = (name: string) =>
      insertRow(knex, 'entities', {
        entity_ref: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        fact: '{}',
        fact_hash: 'abc',
        version: 1,
      });

    const addFinding = (entityId: number, externalId?: string) =>
      insertRow(knex, 'findings', {
        entity_id: entityId,
        title: 'Calls to the bank have no timeout',
        description: '',
        recommendation: '',
        category: 'missing-timeout',
        severity: 4,
        likelihood: 4,
        risk: 2,
        status: 'open',
        status_at: AT,
        version: 1,
        created_by: 'user:default/anna',
        created_at: AT,
        changed_by: 'user:default/anna',
        changed_at: AT,
        external_id: externalId,
      });

    const externalIds = () =>
      knex('findings').orderBy('id').select('entity_id', 'external_id');

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, '20261123000500_scoped_external_ids.js');
      pay = await addEntity('pay');
      cart = await addEntity('cart');
      await addFinding(pay, 'audit-1');
      await addFinding(pay);
      await knex.migrate.up({ directory });
    });

    it('lets each entity have one finding of an external id', async () => {
      await addFinding(cart, 'audit-1');
      await addFinding(cart);
      await expect(addFinding(cart, 'audit-1')).rejects.toThrow(/unique/i);
      expect(await externalIds()).toEqual([
        { entity_id: pay, external_id: 'audit-1' },
        { entity_id: pay, external_id: null },
        { entity_id: cart, external_id: 'audit-1' },
        { entity_id: cart, external_id: null },
      ]);
    });

    it('leaves it to the oldest on the way back', async () => {
      await addFinding(cart, 'audit-1');
      await addFinding(cart, 'audit-2');
      await knex.migrate.down({ directory });
      expect(await externalIds()).toEqual([
        { entity_id: pay, external_id: 'audit-1' },
        { entity_id: pay, external_id: null },
        { entity_id: cart, external_id: null },
        { entity_id: cart, external_id: 'audit-2' },
      ]);
      await expect(addFinding(cart, 'audit-1')).rejects.toThrow(/unique/i);
      await knex.migrate.up({ directory });
      await addFinding(cart, 'audit-1');
    });
  },
);
