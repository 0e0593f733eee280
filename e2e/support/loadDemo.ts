import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './folders';

/**
 * Loads the demo's history through the public API, as `npm start` does.
 *
 * @throws Error if the loader fails; its output has been shown.
 */
export async function loadDemo(baseUrl: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [join('demo', 'load.mjs'), '--url', baseUrl],
    { cwd: repositoryRoot, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`Loading the demo failed with code ${code}.`);
  }
}
