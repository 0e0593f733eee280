import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

export async function readTextFile(
  file: string,
  terminal: Terminal,
): Promise<string> {
  try {
    return await readFile(resolve(terminal.workingDirectory, file), 'utf8');
  } catch (error) {
    throw new CliError(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'There is no such file.'
        : `The file can't be read: ${(error as Error).message}`,
      { where: file, fix: 'Check the path.' },
    );
  }
}
