import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import glob from 'fast-glob';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

/**
 * Resolves paths and globs to files, in a stable order and each once. A pattern that finds nothing
 * is an error: a check that silently judges by nothing would pass.
 *
 * @returns Paths as they read best: relative to the working directory where the pattern was.
 */
export async function findFiles(
  patterns: string[],
  terminal: Terminal,
  purpose: string,
): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const path = resolve(terminal.workingDirectory, pattern);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isFile()) {
      found.add(pattern);
      continue;
    }
    const files = stats?.isDirectory()
      ? await findInFolder(pattern, terminal)
      : await glob(pattern.replaceAll('\\', '/'), {
          cwd: terminal.workingDirectory,
          ignore: ['**/node_modules/**'],
        });
    if (files.length === 0) {
      throw new CliError(`No ${purpose} found.`, {
        where: pattern,
        fix: 'Give files, folders or globs; quote a glob so that your shell leaves it alone.',
      });
    }
    for (const file of files.sort()) {
      found.add(file);
    }
  }
  return [...found];
}

async function findInFolder(
  folder: string,
  terminal: Terminal,
): Promise<string[]> {
  const base = folder.replace(/[/\\]+$/, '');
  const files = await glob('**/*.{yaml,yml}', {
    cwd: resolve(terminal.workingDirectory, folder),
    ignore: ['**/node_modules/**'],
  });
  return files.map(file => `${base}/${file}`);
}
