import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const directory = migrationsDirectory;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations of metric sources on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    it('20261122001310_metric_sources.js', async () => {
      await migrateUntilBefore(knex, '20261122001310_metric_sources.js');
      await knex.migrate.up({ directory });
      await knex('metric_sources').insert({
        name: 'prometheus',
        last_success_at: 1_795_000_000_000,
      });
      await expect(
        knex('metric_sources').insert({ name: 'prometheus' }),
      ).rejects.toThrow(/unique/i);
      await knex.migrate.down({ directory });
      await expect(knex.schema.hasTable('metric_sources')).resolves.toBe(false);
    });

    it('20261122001330_measurements.js', async () => {
      await migrateUntilBefore(knex, '20261122001330_measurements.js');
      await knex.migrate.up({ directory });
      const [{ id }] = await knex('entities')
        .insert({
          entity_ref: 'component:default/pay',
          kind: 'component',
          namespace: 'default',
          name: 'pay',
          fact: '{}',
          fact_hash: 'abc',
          version: 1,
        })
        .returning('id');
      await knex('measurements').insert({
        entity_id: id,
        definition_id: 'org/budget/latency',
        environment: 'production',
        fingerprint: 'abc',
        value: 280,
      });
      // They go with their entity.
      await knex('entities').delete();
      await expect(knex('measurements')).resolves.toEqual([]);
      await knex.migrate.down({ directory });
      await expect(knex.schema.hasTable('measurements')).resolves.toBe(false);
    });
  },
);
