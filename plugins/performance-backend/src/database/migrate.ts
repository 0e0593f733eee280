import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const migrationsDirectory = resolvePackagePath(
  '@perf-governance/plugin-performance-backend',
  'migrations',
);

/** Brings the database to the newest schema, unless migrations are switched off. */
export async function migrate(
  database: DatabaseService,
  knex: Knex,
): Promise<void> {
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
}
