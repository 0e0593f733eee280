import { Knex } from 'knex';
import { migrationsDirectory } from './migrateTestDatabase';

/**
 * Brings an empty database to where a migration is the next one.
 *
 * @param target - its file's name.
 * @throws Error if there is no such migration.
 */
export async function migrateUntilBefore(
  knex: Knex,
  target: string,
): Promise<void> {
  const directory = migrationsDirectory;
  for (;;) {
    const [, [next]] = await knex.migrate.list({ directory });
    if (!next) {
      throw new Error(`There is no migration ${target}`);
    }
    if (next.file === target) {
      return;
    }
    await knex.migrate.up({ directory });
  }
}
