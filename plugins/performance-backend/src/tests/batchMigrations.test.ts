import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const directory = migrationsDirectory;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations of batches on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    const insert = (table: string, row: object) => insertRow(knex, table, row);
    const insertEntity = (name: string) =>
      insert('entities', {
        entity_ref: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        fact: '{}',
        fact_hash: 'x',
        version: 1,
      });
    const insertVerdict = async (name: string) => {
      const entityId = await insertEntity(name);
      const keys = {
        rule_id: await insert('rules', {
          rule_key: `budget:${name}`,
          kind: 'budget',
          metric: '',
          statistic: '',
          unit: '',
          area: 'latency',
        }),
        subject_id: await insert('subjects', {
          entity_id: entityId,
          environment: 'production',
          labels_key: '',
          labels: '{}',
        }),
        explanation_id: await insert('explanations', {
          hash: name,
          essence: name,
          title: 'Latency',
          definition_name: 'latency',
          body: '{}',
        }),
      };
      await knex('verdicts').insert({
        ...keys,
        entity_id: entityId,
        environment: 'production',
        state: 0,
        since: 1_795_000_000_000,
        confirmed: false,
        streak: 1,
        stage: 3,
      });
      await knex('verdict_history').insert({
        ...keys,
        at: 1_795_000_000_000,
        cause: 'run',
        state: 0,
        confirmed: false,
      });
      return entityId;
    };
    const left = async () => ({
      verdicts: (await knex('verdicts')).length,
      history: (await knex('verdict_history')).length,
    });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    it('20261122000900_batches keeps verdicts, and has them go with their entities', async () => {
      await migrateUntilBefore(knex, '20261122000900_batches.js');
      const kept = await insertVerdict('kept');
      await insertVerdict('gone');
      await knex.migrate.up({ directory });
      expect(await left()).toEqual({ verdicts: 2, history: 2 });
      await knex('entity_evaluations').insert({
        entity_id: kept,
        fingerprint: 'x',
      });
      await knex('entities').where('name', 'gone').delete();
      expect(await left()).toEqual({ verdicts: 1, history: 1 });
      await insertVerdict('later');

      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('entity_evaluations')).toBe(false);
      expect(await left()).toEqual({ verdicts: 2, history: 2 });
      const [verdict] = await knex('verdicts').where('entity_id', kept);
      await expect(
        knex('verdicts').insert({ ...verdict, subject_id: 99 }),
      ).rejects.toThrow(/foreign key/i);
      await knex('entities').where('name', 'later').delete();
      expect(await left()).toEqual({ verdicts: 1, history: 1 });

      await knex.migrate.up({ directory });
      await knex('entities').delete();
      expect(await left()).toEqual({ verdicts: 0, history: 0 });
      expect(await knex('entity_evaluations')).toEqual([]);
    });

    it('20261122001400_lean_verdicts keeps verdicts, and what history they stand for', async () => {
      await migrateUntilBefore(knex, '20261122001400_lean_verdicts.js');
      const kept = await insertVerdict('kept');
      const due = 1_795_000_600_000;
      await knex('verdicts').update({ changes_at: due, value: 0.1 });
      const before = await knex('verdicts');
      await knex.migrate.up({ directory });
      expect(await knex('verdicts')).toEqual([
        { ...before[0], first_cause: null },
      ]);
      const [found] = await knex('entity_evaluations');
      expect({ ...found, changes_at: Number(found.changes_at) }).toEqual({
        entity_id: kept,
        fingerprint: '',
        changes_at: due,
      });

      await insertVerdict('untold');
      await knex('verdict_history').where('id', '>', 1).delete();
      await knex('verdicts')
        .whereNot('entity_id', kept)
        .update({ first_cause: 'definition', value: 7, run_id: 'run' });
      await insertVerdict('gone');
      await knex('entities').where('name', 'gone').delete();
      expect(await left()).toEqual({ verdicts: 2, history: 1 });

      await knex.migrate.down({ directory });
      expect(await left()).toEqual({ verdicts: 2, history: 2 });
      const [told] = await knex('verdict_history').where('cause', 'definition');
      expect({ ...told, at: Number(told.at) }).toMatchObject({
        at: 1_795_000_000_000,
        state: 0,
        previous_state: null,
        value: 7,
        run_id: 'run',
      });
      expect(await knex('verdicts').where('entity_id', kept)).toEqual(before);
      expect(await knex('entity_evaluations')).toEqual([]);
      await knex.migrate.up({ directory });
      await knex('entities').delete();
      expect(await left()).toEqual({ verdicts: 0, history: 0 });
    });

    it('20261122001000_reevaluations goes up and down with data', async () => {
      const name = '20261122001000_reevaluations.js';
      await migrateUntilBefore(knex, name);
      await knex.migrate.up({ directory });
      await knex('reevaluations').insert({
        entity_ids: '[1,2]',
        total: 2,
        done: 0,
        after_id: 0,
        requested_at: 1_795_000_000_000,
        attempts: 0,
        leased_until: 0,
      });
      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('reevaluations')).toBe(false);
      await knex.migrate.up({ directory });
      expect(await knex('reevaluations')).toEqual([]);
    });
  },
);
