import { join } from 'node:path';
import { repositoryRoot } from './folders';
import { RunningBackend } from './startBackend';

/**
 * Loads the demo's history through the public API, as `npm start` does.
 *
 * @throws CommandError, with the last lines of output, if the loader fails.
 */
export async function loadDemo({
  baseUrl,
  databaseDirectory,
}: RunningBackend): Promise<void> {
  const { runCommand } = await import('../../scripts/runCommand.mjs');
  await runCommand(
    process.execPath,
    [join('demo', 'load.mjs'), '--url', baseUrl],
    {
      cwd: repositoryRoot,
      env: { ...process.env, DATABASE_DIRECTORY: databaseDirectory },
    },
  );
}
