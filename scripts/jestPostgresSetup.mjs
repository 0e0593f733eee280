import { POSTGRES_VARIABLE, startPostgres } from './postgres.mjs';

/**
 * Jest's `globalSetup` of packages whose tests run on every supported database. `npm test` starts one
 * PostgreSQL for all of them; a test run on its own (`backstage-cli package test`) gets one here.
 */
export default async function setup() {
  if (process.env[POSTGRES_VARIABLE]) {
    return;
  }
  const postgres = await startPostgres();
  process.env[POSTGRES_VARIABLE] = postgres.connectionString;
  globalThis.stopTestPostgres = postgres.stop;
}
