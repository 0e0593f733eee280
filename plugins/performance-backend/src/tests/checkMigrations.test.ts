import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261122000600_checks.js';

function run(id: string, entityId: number, tool: string) {
  return {
    id,
    entity_id: entityId,
    environment: 'production',
    tool,
    format: tool,
    tracked: true,
    started_at: 1_795_000_000_000,
    ended_at: 1_795_000_060_000,
    content_sha256: 'x',
    bytes: 1,
    configuration_fingerprint: 'x',
    tool_verdicts: '[]',
    warnings: '[]',
    fail_count: 0,
    warn_count: 0,
    no_data_count: 0,
    pass_count: 0,
    not_applicable_count: 0,
    not_judged: '[]',
    created_at: 1_795_000_060_000,
    created_by: 'user:default/ann',
  };
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of checks on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let entityId: number;

    const addEntity = async () => {
      [{ id: entityId }] = await knex('entities')
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
    };

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      await addEntity();
    });

    it('gives runs the type their tool is for, and loses none on the way back', async () => {
      await knex('runs').insert([
        run('a', entityId, 'k6'),
        run('b', entityId, 'lighthouse'),
      ]);
      await knex('run_series').insert({
        run_id: 'a',
        ordinal: 0,
        metric: 'http.request.duration',
        labels_key: '',
        labels: '{}',
        unit: 'ms',
        quantiles: '{}',
        quantile_method: 'none',
      });

      await knex.migrate.up({ directory: migrationsDirectory });
      await knex('runs').insert({
        ...run('c', entityId, 'k6'),
        type: 'soak',
      });
      expect(await knex('runs').orderBy('id').select('id', 'type')).toEqual([
        { id: 'a', type: 'load' },
        { id: 'b', type: 'audit' },
        { id: 'c', type: 'soak' },
      ]);

      await knex.migrate.down({ directory: migrationsDirectory });
      expect(await knex.schema.hasColumn('runs', 'type')).toBe(false);
      expect(await knex('runs')).toHaveLength(3);
      expect(await knex('run_series')).toHaveLength(1);
      await knex.migrate.up({ directory: migrationsDirectory });
    });

    it('keeps one answer in force, one result of a check, and drops all with the entity', async () => {
      await knex.migrate.up({ directory: migrationsDirectory });
      const attestation = {
        entity_id: entityId,
        check_name: 'runbook',
        answer: 'yes',
        statements: '["There is one."]',
        by: 'user:default/ann',
        at: 1,
        expires_at: 2,
      };
      await knex('attestations').insert({
        ...attestation,
        ended_at: 1,
        ended_by: 'user:default/ann',
      });
      await knex('attestations').insert(attestation);
      await expect(knex('attestations').insert(attestation)).rejects.toThrow(
        /unique/i,
      );

      const result = {
        entity_id: entityId,
        check_name: 'scan',
        state: 0,
        at: 1,
      };
      for (const [table, more] of [
        ['external_results', { by: 'ci' }],
        ['extension_results', { fingerprint: 'x' }],
      ] as const) {
        await knex(table).insert({ ...result, ...more });
        await expect(
          knex(table).insert({ ...result, ...more }),
        ).rejects.toThrow(/unique/i);
      }

      const [{ id: shapeId }] = await knex('scorecard_shapes')
        .insert({ hash: 'x', body: '{}' })
        .returning('id');
      await knex('scorecard_results').insert({
        entity_id: entityId,
        definition_id: 'org/scorecard/baseline',
        main: true,
        shape_id: shapeId,
        states: 'pf',
        reasons: '{}',
        next_steps: '[1]',
        since: 1,
      });
      await knex('scorecard_history').insert({
        entity_id: entityId,
        definition_id: 'org/scorecard/baseline',
        at: 1,
        ended: false,
      });

      await knex('entities').delete();
      for (const table of [
        'attestations',
        'external_results',
        'extension_results',
        'scorecard_results',
        'scorecard_history',
      ]) {
        expect(await knex(table)).toEqual([]);
      }
      await knex.migrate.down({ directory: migrationsDirectory });
      expect(await knex.schema.hasTable('scorecard_results')).toBe(false);
    });
  },
);
