import { demoBackend } from './demoBackend';

/** Stops what `globalSetup.ts` started. */
export async function stopEverything() {
  const { default: teardownPostgres } = await import(
    '../../scripts/jestPostgresTeardown.mjs'
  );
  await demoBackend.running?.stop();
  await teardownPostgres();
}
