import { resolvePackagePath } from '@backstage/backend-plugin-api';
import glob from 'fast-glob';

const PACKAGE = '@perf-governance/plugin-performance-backend';

/**
 * The files of the built-in practice library.
 *
 * @returns For each its `location`, which no file of an organisation can have, and where it is on this
 *   machine.
 */
export async function listPracticeFiles(): Promise<
  { location: string; path: string }[]
> {
  const folder = resolvePackagePath(PACKAGE);
  const files = await glob('practices/*.yaml', { cwd: folder });
  return files.sort().map(file => ({
    location: `${PACKAGE}/${file}`,
    path: resolvePackagePath(PACKAGE, file),
  }));
}
