import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261122001500_error_budget_actions.js';
const RECOVERING = '20261123000110_recovering_actions.js';
const directory = migrationsDirectory;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of error-budget actions on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let entityId: number;

    const action = (fields: object = {}) => ({
      entity_id: entityId,
      definition_id: 'org/errorbudgetpolicy/budgets',
      rule: 'spent',
      rule_key: 'slo:availability',
      environment: 'production',
      action: 'freeze',
      except: '[]',
      message: 'Overspent.',
      started_at: 1_795_000_000_000,
      ...fields,
    });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      entityId = await insertRow(knex, 'entities', {
        entity_ref: 'component:default/pay',
        kind: 'component',
        namespace: 'default',
        name: 'pay',
        fact: '{}',
        fact_hash: 'abc',
        version: 1,
      });
      await knex('runs').insert({
        id: 'run',
        entity_id: entityId,
        environment: 'production',
        tool: 'k6',
        format: 'k6',
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
      });
      await knex('run_series').insert({
        run_id: 'run',
        ordinal: 0,
        metric: 'http.request.duration',
        labels_key: '',
        labels: '{}',
        unit: 'ms',
        quantiles: '{}',
        quantile_method: 'none',
      });
    });

    it('adds labels to runs, and loses none of them on the way back and forth', async () => {
      await knex.migrate.up({ directory });
      expect(await knex('runs').select('id', 'change_labels')).toEqual([
        { id: 'run', change_labels: null },
      ]);
      await knex('runs').update({ change_labels: '["security"]' });
      await insertRow(knex, 'error_budget_actions', action());

      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('error_budget_actions')).toBe(false);
      expect(await knex.schema.hasColumn('runs', 'change_labels')).toBe(false);
      expect(await knex('runs').select('id')).toEqual([{ id: 'run' }]);
      expect(await knex('run_series').select('run_id')).toEqual([
        { run_id: 'run' },
      ]);

      await knex.migrate.up({ directory });
      expect(await knex('error_budget_actions')).toEqual([]);
    });

    it('keeps actions while it learns since when they recover, and forgets that', async () => {
      await migrateUntilBefore(knex, RECOVERING);
      await insertRow(knex, 'error_budget_actions', action());
      await insertRow(
        knex,
        'error_budget_actions',
        action({ ended_at: 1_795_000_100_000, end_reason: 'recovered' }),
      );
      const before = await knex('error_budget_actions').orderBy('id');

      await knex.migrate.up({ directory });
      expect(await knex('error_budget_actions').orderBy('id')).toEqual(
        before.map(row => ({
          ...row,
          recovering_since: null,
          end_adjustments: null,
        })),
      );
      await knex('error_budget_actions').update({
        recovering_since: 1_795_000_050_000,
        end_adjustments: '[]',
      });
      await knex.migrate.down({ directory });
      expect(await knex('error_budget_actions').orderBy('id')).toEqual(before);
      // What makes an action in force unique is still there.
      await expect(
        insertRow(knex, 'error_budget_actions', action()),
      ).rejects.toThrow(/unique/i);
    });

    it('lets an action be in force once, and any number of times before', async () => {
      await knex.migrate.up({ directory });
      const ended = { ended_at: 1_795_000_100_000, end_reason: 'recovered' };
      await insertRow(knex, 'error_budget_actions', action(ended));
      await insertRow(knex, 'error_budget_actions', action(ended));
      await insertRow(knex, 'error_budget_actions', action());
      await insertRow(
        knex,
        'error_budget_actions',
        action({ environment: 'staging' }),
      );
      await expect(
        insertRow(knex, 'error_budget_actions', action()),
      ).rejects.toThrow(/unique/i);

      await knex('run_series').delete();
      await knex('runs').delete();
      await knex('entities').delete();
      expect(await knex('error_budget_actions')).toEqual([]);
    });
  },
);
