import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';
import { assertSourceSize } from './DefinitionSources';

/** Reads a file of definitions from disk, as text. */
export async function readLocalFile(path: string): Promise<string> {
  const { size, isFile } = await stat(path).then(stats => ({
    size: stats.size,
    isFile: stats.isFile(),
  }));
  if (!isFile) {
    throw new InputError(`${path} is not a file`);
  }
  assertSourceSize(path, size);
  return readFile(path, 'utf8');
}
