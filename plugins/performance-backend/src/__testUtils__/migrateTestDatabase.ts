import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Where the migrations of this package are. */
export const migrationsDirectory = resolvePackagePath(
  '@perf-governance/plugin-performance-backend',
  'migrations',
);

/** Brings a test database to the newest schema. */
export async function migrateTestDatabase(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory });
}
