import { resolvePackagePath } from '@backstage/backend-plugin-api';
import glob from 'fast-glob';

const PACKAGE = '@perf-governance/plugin-performance-backend';

/**
 * The files of definitions that come with the backend: the practice library, or templates of reviews.
 *
 * @param library - Its folder.
 * @returns For each its `location`, which no file of an organisation can have, and where it is on this
 *   machine.
 */
export async function listBuiltInFiles(
  library: 'practices' | 'reviewTemplates',
): Promise<{ location: string; path: string }[]> {
  const folder = resolvePackagePath(PACKAGE);
  const files = await glob(`${library}/*.yaml`, { cwd: folder });
  return files.sort().map(file => ({
    location: `${PACKAGE}/${file}`,
    path: resolvePackagePath(PACKAGE, file),
  }));
}
