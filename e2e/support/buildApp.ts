import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './folders';

const INPUTS = [
  'package.json',
  'yarn.lock',
  'packages/app/config.d.ts',
  'packages/app/package.json',
  'packages/app/public',
  'packages/app/src',
  'plugins/performance-common/src',
  'plugins/performance-react/src',
  'plugins/performance/src',
];

async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

async function latestModification(path: string): Promise<number> {
  let latest = await modifiedAt(path);
  const entries = await readdir(path, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  for (const entry of entries) {
    latest = Math.max(
      latest,
      await modifiedAt(join(entry.parentPath, entry.name)),
    );
  }
  return latest;
}

/**
 * Builds packages/app for production unless the last build is newer than everything it was made from.
 *
 * @throws CommandError, with the last lines of output, if the build fails.
 */
export async function buildApp(): Promise<void> {
  const app = join(repositoryRoot, 'packages', 'app');
  const builtAt = await modifiedAt(join(app, 'dist', 'index.html'));
  let newestInput = 0;
  for (const input of INPUTS) {
    const modified = await latestModification(join(repositoryRoot, input));
    newestInput = Math.max(newestInput, modified);
  }
  if (builtAt > newestInput) {
    return;
  }

  console.log('Building the app for production …');
  const { runCommand } = await import('../../scripts/runCommand.mjs');
  await runCommand('yarn', ['backstage-cli', 'package', 'build'], {
    cwd: app,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
