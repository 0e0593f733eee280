import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory as directory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261122001320_slos.js';
const TABLES = [
  'slos',
  'slo_statuses',
  'slo_series',
  'slo_blocks',
  'slo_adjustments',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of SLOs on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
    });

    afterEach(async () => {
      await knex.destroy();
    });

    async function insertSlo(name: string) {
      const [{ id: entityId }] = await knex('entities')
        .insert({
          entity_ref: `component:default/${name}`,
          kind: 'component',
          namespace: 'default',
          name,
          fact: '{}',
          fact_hash: 'abc',
          version: 1,
        })
        .returning('id');
      const slo = {
        entity_id: entityId,
        definition_id: 'org/slo/availability',
        definition_name: 'availability',
        objective: '',
        environment: 'production',
        rule_key: 'slo:availability',
        title: 'Availability',
        composite: false,
        target: 0.999,
        sources: '["pushed"]',
      };
      const [{ id: sloId }] = await knex('slos').insert(slo).returning('id');
      const [{ id: seriesId }] = await knex('slo_series')
        .insert({
          slo_id: sloId,
          objective: 'objective-1',
          fingerprint: 'x',
          source: 'pushed',
          indicator: '{"type":"pushed"}',
          counting: '{"method":"Occurrences"}',
          step_seconds: 300,
          block_seconds: 86_400,
          window_seconds: 2_592_000,
          state: 'ok',
          due_at: 0,
          leased_until: 0,
        })
        .returning('id');
      await knex('slo_blocks').insert({
        series_id: seriesId,
        start_at: 1_795_305_600_000,
        good: 1,
        total: 1,
        covered_seconds: 300,
        newest_at: 1_795_305_600_000,
        samples: Buffer.from([4, 0, 0, 128, 63, 0, 0, 128, 63]),
      });
      await knex('slo_statuses').insert({
        slo_id: sloId,
        status: '{}',
        fact: '{}',
      });
      await knex('slo_adjustments').insert({
        slo_id: sloId,
        entity_id: entityId,
        environment: 'production',
        times: '{}',
        reason: 'Maintenance of the database',
        created_by: 'user:default/ann',
        created_at: 1_795_305_600_000,
      });
      return { entityId, slo };
    }

    async function counts() {
      const found: number[] = [];
      for (const table of TABLES) {
        const [{ count }] = await knex(table).count({ count: '*' });
        found.push(Number(count));
      }
      return found;
    }

    it('holds an SLO once for each entity, and has all of it go with its entity', async () => {
      await knex.migrate.up({ directory });
      const { slo } = await insertSlo('kept');
      const { entityId } = await insertSlo('gone');
      await expect(knex('slos').insert(slo)).rejects.toThrow(/unique/i);
      expect(await knex('slos').where('entity_id', entityId).first()).toEqual(
        expect.objectContaining({
          // No data, and no alert, before the first evaluation.
          state: 2,
          severity: 2,
          evaluated_at: null,
        }),
      );
      expect(await counts()).toEqual([2, 2, 2, 2, 2]);
      await knex('entities').where('id', entityId).delete();
      expect(await counts()).toEqual([1, 1, 1, 1, 1]);
      const [{ samples }] = await knex('slo_blocks');
      expect([...samples]).toEqual([4, 0, 0, 128, 63, 0, 0, 128, 63]);

      await knex.migrate.down({ directory });
      for (const table of TABLES) {
        expect([table, await knex.schema.hasTable(table)]).toEqual([
          table,
          false,
        ]);
      }
      expect(await knex('entities').select('name')).toEqual([{ name: 'kept' }]);
      await knex.migrate.up({ directory });
      expect(await counts()).toEqual([0, 0, 0, 0, 0]);
    });
  },
);
