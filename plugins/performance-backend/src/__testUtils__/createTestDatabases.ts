import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';

const supportedIds: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/**
 * The databases every store and migration is tested on: SQLite and a real PostgreSQL.
 *
 * `TestDatabases` alone silently leaves PostgreSQL out when nobody provided one, and half of the tests
 * would then pass by not running.
 *
 * @throws Error if one of the databases isn't there.
 */
export function createTestDatabases(): TestDatabases {
  const databases = TestDatabases.create({
    ids: supportedIds,
    disableDocker: true,
  });
  for (const id of supportedIds) {
    if (!databases.supports(id)) {
      throw new Error(
        `The test database ${id} isn't there. The jest setting "globalSetup" of this package starts it; see scripts/jestPostgresSetup.mjs.`,
      );
    }
  }
  return databases;
}
