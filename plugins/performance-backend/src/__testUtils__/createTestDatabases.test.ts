import { createTestDatabases } from './createTestDatabases';

describe('createTestDatabases', () => {
  const databases = createTestDatabases();

  it.each([
    ['SQLITE_3', 'select sqlite_version() as version', /^3\./],
    [
      'POSTGRES_18',
      "select current_setting('server_version') as version",
      /^18\./,
    ],
  ] as const)('gives a working %s', async (id, query, expected) => {
    const knex = await databases.init(id);
    const result = await knex.raw(query);
    const [row] = Array.isArray(result) ? result : result.rows;
    expect(row.version).toMatch(expected);
  });
});
