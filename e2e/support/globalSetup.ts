import { BASE_URL_VARIABLE } from './baseUrl';
import { buildApp } from './buildApp';
import { demoBackend } from './demoBackend';
import { loadDemo } from './loadDemo';
import { startBackend } from './startBackend';
import { stopEverything } from './stopEverything';

/** Jest's `globalSetup`: one backend with the demo loaded for every test file, and a PostgreSQL to use. */
export default async function setup() {
  const { default: setupPostgres } = await import(
    '../../scripts/jestPostgresSetup.mjs'
  );
  try {
    await setupPostgres();
    await buildApp();
    demoBackend.running = await startBackend({ name: 'demo-backend' });
    await loadDemo(demoBackend.running);
    process.env[BASE_URL_VARIABLE] = demoBackend.running.baseUrl;
  } catch (error) {
    // Jest runs no teardown after a failed setup, and shows nothing of an error but its message.
    await stopEverything();
    if (error instanceof Error && 'output' in error) {
      console.error(error.output);
    }
    throw error;
  }
}
