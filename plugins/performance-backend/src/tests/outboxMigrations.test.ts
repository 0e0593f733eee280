import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const OUTBOX = '20261122000800_outbox.js';
const RETIREMENT = '20261122001000_retirement.js';

const directory = migrationsDirectory;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations of the outbox and of retirement on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    const insert = (table: string, row: object) => insertRow(knex, table, row);
    const addEntity = (name: string, owner: string | null) =>
      insert('entities', {
        entity_ref: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        owner_ref: owner,
        fact: '{}',
        fact_hash: name,
        version: 1,
      });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    it('introduces to nobody what they are judged by already', async () => {
      await migrateUntilBefore(knex, OUTBOX);
      const ruleId = await insert('rules', {
        rule_key: 'budget:http.request.duration:p95',
        kind: 'budget',
        metric: 'http.request.duration',
        statistic: 'p95',
        unit: 'ms',
        area: 'latency',
      });
      const explanationId = await insert('explanations', {
        hash: 'x',
        essence: 'x',
        title: 'Latency',
        definition_name: 'latency',
        body: '{}',
      });
      const subjects: number[] = [];
      for (const [name, owner] of [
        ['pay', 'group:default/payments'],
        ['refund', 'group:default/payments'],
        ['basket', 'group:default/ordering'],
        ['lost', null],
      ] as const) {
        const entityId = await addEntity(name, owner);
        const subjectId = await insert('subjects', {
          entity_id: entityId,
          environment: 'production',
          labels_key: '',
          labels: '{}',
        });
        subjects.push(subjectId);
        await knex('verdicts').insert({
          rule_id: ruleId,
          subject_id: subjectId,
          entity_id: entityId,
          environment: 'production',
          state: 0,
          explanation_id: explanationId,
          since: 0,
          confirmed: true,
          streak: 1,
        });
      }
      await knex.migrate.up({ directory });

      const introductions = await knex('rule_introductions').orderBy(
        'owner_ref',
      );
      expect(
        introductions.map(row => [
          row.rule_id,
          row.owner_ref,
          Boolean(row.pending),
        ]),
      ).toEqual([
        [ruleId, 'group:default/ordering', false],
        [ruleId, 'group:default/payments', false],
      ]);

      await knex('outbox').insert({
        message_key: 'key',
        type: 'event',
        payload: '{}',
        due_at: 0,
      });
      await expect(
        knex('outbox').insert({
          message_key: 'key',
          type: 'event',
          payload: '{}',
          due_at: 0,
        }),
      ).rejects.toThrow(/unique/i);
      await knex('told_verdicts').insert(
        subjects.map(subjectId => ({
          rule_id: ruleId,
          subject_id: subjectId,
          failing: true,
          told_at: 0,
        })),
      );
      const [pay] = subjects;
      await knex('subjects').whereNot('id', pay).delete();
      await expect(knex('told_verdicts')).resolves.toHaveLength(1);

      await knex.migrate.down({ directory });
      await expect(knex.schema.hasTable('outbox')).resolves.toBe(false);
      await expect(knex('rules')).resolves.toHaveLength(1);
      await knex.migrate.up({ directory });
      await expect(knex('outbox')).resolves.toEqual([]);
    });

    it('takes sources and definitions as present, and keeps them on the way back', async () => {
      await migrateUntilBefore(knex, RETIREMENT);
      const sourceId = await insert('definition_sources', {
        source_key: 'abc',
        type: 'config',
        location: 'budgets.yaml',
        status: 'ok',
        problems: '[]',
      });
      await insert('definitions', {
        definition_id: 'org/budget/latency',
        kind: 'Budget',
        name: 'latency',
        layer: 'org',
        layer_rank: 0,
        source_type: 'config',
        source_location: 'budgets.yaml',
        source_id: sourceId,
        version: 1,
        status: 'in-force',
        problems: '[]',
        updated_at: 0,
      });
      await knex.migrate.up({ directory });
      await expect(knex('definition_sources').first()).resolves.toMatchObject({
        absent_readings: 0,
      });
      const definition = await knex('definitions').first();
      expect(Boolean(definition.retired_with_entity)).toBe(false);

      await knex.migrate.down({ directory });
      await expect(knex('definition_sources').first()).resolves.toMatchObject({
        id: sourceId,
        status: 'ok',
      });
      const rows = await knex('definitions');
      expect(rows).toMatchObject([{ source_id: sourceId }]);
      expect(rows[0]).not.toHaveProperty('retired_with_entity');
    });
  },
);
