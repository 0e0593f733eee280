import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';

async function migrateUpOnce(knex: Knex) {
  await knex.migrate.up({ directory: migrationsDirectory });
}

async function migrateDownOnce(knex: Knex) {
  await knex.migrate.down({ directory: migrationsDirectory });
}

async function migrateUntilBefore(knex: Knex, target: string) {
  for (;;) {
    const [, pending]: [unknown, { file: string }[]] = await knex.migrate.list({
      directory: migrationsDirectory,
    });
    if (pending.length === 0) {
      throw new Error(`There is no migration ${target}`);
    }
    if (pending[0].file === target) {
      return;
    }
    await migrateUpOnce(knex);
  }
}

const ENTITY = {
  entity_ref: 'component:default/pay',
  kind: 'component',
  namespace: 'default',
  name: 'pay',
  fact: '{}',
  fact_hash: 'abc',
  version: 1,
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(async () => knex.destroy());

    async function addEntity() {
      const [{ id }] = await knex('entities').insert(ENTITY).returning('id');
      return id;
    }

    it('20261122000000_catalog.js', async () => {
      await migrateUntilBefore(knex, '20261122000000_catalog.js');
      await migrateUpOnce(knex);

      const id = await addEntity();
      await knex('entity_owners').insert({
        entity_id: id,
        owner_ref: 'group:default/payments',
        depth: 0,
      });
      await knex('entity_domains').insert({
        entity_id: id,
        domain_ref: 'domain:default/buying',
        depth: 0,
      });
      await knex('entity_tags').insert({ entity_id: id, tag: 'java' });
      await expect(knex('entities')).resolves.toEqual([
        expect.objectContaining({
          ...ENTITY,
          absent_sweeps: 0,
          announced_version: 0,
          retired_at: null,
        }),
      ]);
      await expect(addEntity()).rejects.toThrow(/unique/i);
      await knex('entities').delete();
      for (const table of ['entity_owners', 'entity_domains', 'entity_tags']) {
        await expect(knex(table)).resolves.toEqual([]);
      }

      await addEntity();
      await migrateDownOnce(knex);
      await expect(knex.schema.hasTable('entities')).resolves.toBe(false);
    });

    it('20261122000300_definitions.js', async () => {
      await migrateUntilBefore(knex, '20261122000300_definitions.js');
      await migrateUpOnce(knex);
      const entityId = await addEntity();
      const [{ id: sourceId }] = await knex('definition_sources')
        .insert({
          source_key: 'abc',
          type: 'entity',
          location: './performance.yaml',
          entity_id: entityId,
          status: 'ok',
          problems: '[]',
        })
        .returning('id');
      const [{ id }] = await knex('definitions')
        .insert({
          definition_id: 'component:default/pay/budget/latency',
          kind: 'Budget',
          name: 'latency',
          layer: 'component',
          layer_rank: 3,
          layer_entity_id: entityId,
          source_type: 'entity',
          source_location: './performance.yaml',
          source_id: sourceId,
          version: 1,
          status: 'in-force',
          problems: '[]',
          updated_at: 0,
        })
        .returning('id');
      await knex('definition_versions').insert({
        definition: id,
        version: 1,
        content: 'kind: Budget',
        content_hash: 'abc',
        document: '{}',
        created_at: 0,
      });
      await expect(knex('definition_state')).resolves.toEqual([
        { id: 1, version: 0, announced_version: 0 },
      ]);

      await knex('definition_sources').delete();
      await expect(knex('definitions')).resolves.toMatchObject([
        { id, source_id: null },
      ]);
      await knex('entities').delete();
      for (const table of ['definitions', 'definition_versions']) {
        await expect(knex(table)).resolves.toEqual([]);
      }

      await addEntity();
      await migrateDownOnce(knex);
      await expect(knex.schema.hasTable('definitions')).resolves.toBe(false);
      await expect(knex('entities')).resolves.toHaveLength(1);
    });

    it('go all the way up, down and up again', async () => {
      await knex.migrate.latest({ directory: migrationsDirectory });
      await addEntity();
      await knex.migrate.rollback({ directory: migrationsDirectory }, true);
      await expect(knex.schema.hasTable('entities')).resolves.toBe(false);
      await knex.migrate.latest({ directory: migrationsDirectory });
      await expect(knex('entities')).resolves.toEqual([]);
    });
  },
);
