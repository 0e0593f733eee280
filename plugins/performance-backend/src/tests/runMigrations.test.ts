import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';

// Two databases on a busy machine.
jest.setTimeout(60_000);

async function migrateUpTo(knex: Knex, name: string): Promise<void> {
  const directory = migrationsDirectory;
  for (;;) {
    const [, [next]] = await knex.migrate.list({ directory });
    if (!next) {
      throw new Error(`There is no migration ${name}`);
    }
    await knex.migrate.up({ directory });
    if (next.file === name) {
      return;
    }
  }
}

async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.down({ directory: migrationsDirectory });
}

async function insert(knex: Knex, table: string, row: object): Promise<number> {
  const [{ id }] = await knex(table).insert(row).returning('id');
  return id;
}

const insertEntity = (knex: Knex) =>
  insert(knex, 'entities', {
    entity_ref: 'component:default/checkout',
    kind: 'component',
    namespace: 'default',
    name: 'checkout',
    fact: '{}',
    fact_hash: 'x',
    version: 1,
  });

async function insertRun(knex: Knex, entityId: number): Promise<void> {
  await knex('runs').insert({
    id: 'run',
    entity_id: entityId,
    environment: 'production',
    external_id: 'build-7',
    tool: 'k6',
    format: 'k6-csv',
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
    exact_values: Buffer.from([1, 2, 3]),
  });
  await knex('evidence').insert({
    entity_id: entityId,
    environment: 'production',
    metric: 'http.request.duration',
    labels_key: '',
    run_id: 'run',
    ordinal: 0,
    started_at: 1_795_000_000_000,
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations of runs and verdicts on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    it('20261122000100_runs goes up and down with data', async () => {
      await migrateUpTo(knex, '20261122000100_runs.js');
      const entityId = await insertEntity(knex);
      await insertRun(knex, entityId);

      const [run] = await knex('runs');
      expect(Number(run.started_at)).toBe(1_795_000_000_000);
      await expect(
        knex('runs').insert({ ...run, id: 'other' }),
      ).rejects.toThrow(/unique/i);
      await knex('runs').insert({ ...run, id: 'third', external_id: null });
      await knex('runs').insert({ ...run, id: 'fourth', external_id: null });

      await knex('runs').where('id', 'run').delete();
      expect(await knex('run_series')).toEqual([]);
      expect(await knex('evidence')).toEqual([]);

      await migrateDown(knex);
      for (const table of ['runs', 'run_series', 'evidence']) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
      expect(await knex('entities')).toHaveLength(1);
      await migrateUpTo(knex, '20261122000100_runs.js');
      await insertRun(knex, entityId);
    });

    it('20261122000200_verdicts goes up and down with data', async () => {
      await migrateUpTo(knex, '20261122000200_verdicts.js');
      const entityId = await insertEntity(knex);
      await insertRun(knex, entityId);
      const insertVerdict = async () => {
        const keys = {
          rule_id: await insert(knex, 'rules', {
            rule_key: 'budget:http.request.duration:p95',
            kind: 'budget',
            metric: 'http.request.duration',
            statistic: 'p95',
            unit: 'ms',
            area: 'latency',
          }),
          subject_id: await insert(knex, 'subjects', {
            entity_id: entityId,
            environment: 'production',
            labels_key: '',
            labels: '{}',
          }),
        };
        const explained = {
          ...keys,
          state: 0,
          explanation_id: await insert(knex, 'explanations', {
            hash: 'x',
            essence: 'x',
            title: 'Latency',
            definition_name: 'latency',
            body: '{}',
          }),
        };
        const verdict = {
          ...explained,
          entity_id: entityId,
          environment: 'production',
          since: 1_795_000_000_000,
          confirmed: false,
          streak: 1,
        };
        await knex('verdicts').insert(verdict);
        await knex('run_verdicts').insert({
          ...explained,
          run_id: 'run',
          started_at: 1_795_000_000_000,
          measured: true,
        });
        await knex('verdict_history').insert({
          ...explained,
          at: 1_795_000_000_000,
          cause: 'run',
          confirmed: false,
        });
        await knex('not_judged').insert({
          entity_id: entityId,
          rule_key: 'x',
          count: 1,
          examples: '[]',
        });
        return verdict;
      };
      const verdict = await insertVerdict();
      await expect(knex('verdicts').insert(verdict)).rejects.toThrow(/unique/i);

      await migrateDown(knex);
      for (const table of [
        'verdicts',
        'run_verdicts',
        'verdict_history',
        'explanations',
        'subjects',
        'rules',
        'not_judged',
      ]) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
      expect(await knex('runs')).toHaveLength(1);

      await migrateUpTo(knex, '20261122000200_verdicts.js');
      await insertVerdict();
      await knex('entities').delete();
      for (const table of ['runs', 'verdicts', 'verdict_history', 'subjects']) {
        expect(await knex(table)).toEqual([]);
      }
    });
  },
);
