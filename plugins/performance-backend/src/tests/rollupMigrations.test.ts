import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261122000700_rollups.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** 2026-11-15, in days since 1970-01-01. */
const MONDAY = Date.parse('2026-11-15T00:00:00Z') / DAY_MS;

const [FAIL, , NO_DATA, PASS] = [0, 1, 2, 3];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of rollups on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    const insert = (table: string, row: object) => insertRow(knex, table, row);

    it('counts current verdicts and tells their history by day', async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      const entityId = await insert('entities', {
        entity_ref: 'component:default/checkout',
        kind: 'component',
        namespace: 'default',
        name: 'checkout',
        fact: '{}',
        fact_hash: 'x',
        version: 1,
      });
      const explanationId = await insert('explanations', {
        hash: 'x',
        essence: 'x',
        title: 'Latency',
        definition_name: 'latency',
        body: '{}',
      });
      const ruleId = await insert('rules', {
        rule_key: 'budget:http.request.duration:p95',
        kind: 'budget',
        metric: 'http.request.duration',
        statistic: 'p95',
        unit: 'ms',
        area: 'latency',
      });
      const subjects: number[] = [];
      for (const journey of ['search', 'pay', 'gone']) {
        subjects.push(
          await insert('subjects', {
            entity_id: entityId,
            environment: 'production',
            labels_key: journey,
            labels: JSON.stringify({ journey }),
          }),
        );
      }
      const [search, pay, gone] = subjects;
      for (const [subjectId, day, state, previous] of [
        [search, MONDAY, PASS, null],
        [search, MONDAY + 2, FAIL, PASS],
        [pay, MONDAY + 1, PASS, null],
        [pay, MONDAY + 1, NO_DATA, PASS],
        [gone, MONDAY, PASS, null],
      ]) {
        await knex('verdict_history').insert({
          rule_id: ruleId,
          subject_id: subjectId,
          at: Number(day) * DAY_MS + 43_200_000,
          cause: 'run',
          state,
          previous_state: previous,
          confirmed: true,
          explanation_id: explanationId,
        });
      }
      for (const [subjectId, state] of [
        [search, FAIL],
        [pay, NO_DATA],
      ]) {
        await knex('verdicts').insert({
          rule_id: ruleId,
          subject_id: subjectId,
          entity_id: entityId,
          environment: 'production',
          state,
          explanation_id: explanationId,
          since: 0,
          confirmed: true,
          streak: 1,
          waived: state === FAIL,
        });
      }

      const before = Math.floor(Date.now() / DAY_MS);
      await knex.migrate.up({ directory: migrationsDirectory });
      const key = {
        entity_id: entityId,
        environment: 'production',
        area: 'latency',
      };
      const none = {
        fail: 0,
        warn: 0,
        no_data: 0,
        pass: 0,
        not_applicable: 0,
        waived: 0,
      };
      await expect(knex('entity_counts')).resolves.toEqual([
        { ...key, ...none, fail: 1, no_data: 1, waived: 1 },
      ]);
      const days = await knex('trend_changes').orderBy('day');
      expect(days.slice(0, 3)).toEqual([
        { ...key, ...none, day: MONDAY, pass: 2 },
        { ...key, ...none, day: MONDAY + 1, no_data: 1 },
        { ...key, ...none, day: MONDAY + 2, pass: -1, fail: 1 },
      ]);
      // Nobody noted when the third verdict went away, or when the waiver began.
      expect(days.slice(3)).toEqual([
        { ...key, ...none, day: expect.any(Number), pass: -1, waived: 1 },
      ]);
      expect(days[3].day).toBeGreaterThanOrEqual(before);

      await migrateDownAndUp();
      await expect(knex('entity_counts')).resolves.toHaveLength(1);
      await expect(knex('trend_changes')).resolves.toHaveLength(4);
      await knex('entities').delete();
      await expect(knex('entity_counts')).resolves.toEqual([]);
      await expect(knex('trend_changes')).resolves.toEqual([]);
    });

    it('makes room for what groups are called', async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, '20261122000900_catalog_groups.js');
      await knex.migrate.up({ directory: migrationsDirectory });
      await knex('catalog_groups').insert({
        entity_ref: 'group:default/payments',
        title: 'Payments',
        parent_ref: 'group:default/shop',
      });
      await knex.migrate.down({ directory: migrationsDirectory });
      await expect(knex.schema.hasTable('catalog_groups')).resolves.toBe(false);
      await expect(knex.schema.hasTable('trend_changes')).resolves.toBe(true);
    });

    it('makes room for when verdicts went away', async () => {
      knex = await databases.init(databaseId);
      const migration = '20261122001100_verdict_departures.js';
      await migrateUntilBefore(knex, migration);
      await knex.migrate.up({ directory: migrationsDirectory });
      await expect(knex('verdict_departures')).resolves.toEqual([]);
      await knex.migrate.down({ directory: migrationsDirectory });
      await expect(knex.schema.hasTable('verdict_departures')).resolves.toBe(
        false,
      );
      await expect(knex.schema.hasTable('trend_changes')).resolves.toBe(true);
    });

    async function migrateDownAndUp() {
      await knex.migrate.down({ directory: migrationsDirectory });
      await expect(knex.schema.hasTable('trend_changes')).resolves.toBe(false);
      await knex.migrate.up({ directory: migrationsDirectory });
    }
  },
);
