/** Jest's `globalTeardown`: stops the PostgreSQL that `jestPostgresSetup.mjs` started, if it did. */
export default async function teardown() {
  await globalThis.stopTestPostgres?.();
}
