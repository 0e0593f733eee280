import knexFactory, { Knex } from 'knex';

/** An empty database for the benchmarks. */
export interface BenchDatabase {
  name: 'SQLite' | 'PostgreSQL';
  /** Only of PostgreSQL. */
  connectionString?: string;
  connect(): Knex;
  stop(): Promise<void>;
}

interface Postgres {
  connectionString: string;
  stop(): Promise<void>;
}

/** SQLite in memory as the test backend has it, or a PostgreSQL that runs only for this. */
export async function startDatabase(
  name: BenchDatabase['name'],
): Promise<BenchDatabase> {
  if (name === 'SQLite') {
    return {
      name,
      connect: () => {
        const knex = knexFactory({
          client: 'better-sqlite3',
          connection: ':memory:',
          useNullAsDefault: true,
        });
        knex.client.pool.on(
          'createSuccess',
          (_: number, connection: { exec(sql: string): void }) => {
            connection.exec('PRAGMA foreign_keys = ON');
          },
        );
        return knex;
      },
      stop: async () => {},
    };
  }
  // Not compiled, so imported by a path that isn't known beforehand.
  const script = require.resolve('../../../scripts/postgres.mjs');
  const { startPostgres }: { startPostgres: () => Promise<Postgres> } =
    await import(script);
  const postgres = await startPostgres();
  return {
    name,
    connectionString: postgres.connectionString,
    connect: () =>
      knexFactory({
        client: 'pg',
        connection: postgres.connectionString,
        pool: { min: 0, max: 10 },
      }),
    stop: () => postgres.stop(),
  };
}

/** What evaluations wrote, all of it. */
const WRITTEN = [
  'verdict_history',
  'verdicts',
  'entity_evaluations',
  'entity_counts',
  'trend_changes',
  'scorecard_history',
  'scorecard_results',
  'subjects',
  'outbox',
];

export async function forgetVerdicts(knex: Knex): Promise<void> {
  const isPostgres = knex.client.config.client === 'pg';
  for (const table of WRITTEN) {
    await knex.raw(
      isPostgres ? `truncate ${table} cascade` : `delete from ${table}`,
    );
  }
  await knex.raw(isPostgres ? 'vacuum analyze' : 'analyze');
}
