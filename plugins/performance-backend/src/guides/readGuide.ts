import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = '@perf-governance/plugin-performance-backend';

/** Where the published package has its guides, and where the repository has them. */
const FOLDERS = [
  resolvePackagePath(PACKAGE, 'guidelines'),
  resolvePackagePath(PACKAGE, '../../docs/guidelines'),
];

/** Names nothing but a page: no folders, no dots. */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** To pages of the documentation that don't come with the package. */
const LINK_ELSEWHERE = /\[([^\]]+)\]\(\.\.\/[^)]*\)/g;

/**
 * A page of the guidelines that come with the plugin, as Markdown. Of links to the rest of the
 * documentation, only the words are left.
 *
 * @throws NotFoundError if there is none of that name.
 */
export async function readGuide(name: string): Promise<string> {
  for (const folder of NAME.test(name) ? FOLDERS : []) {
    try {
      const text = await readFile(join(folder, `${name}.md`), 'utf8');
      return text.replace(LINK_ELSEWHERE, '$1');
    } catch (error) {
      if (!isError(error) || error.code !== 'ENOENT') {
        throw error;
      }
    }
  }
  throw new NotFoundError(`There is no guide '${name}'`);
}
