import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';
import { ReportInput } from './ReportInput';

/** What stands for the standard input where a file is expected. */
const STANDARD_INPUT = '-';

export async function openReport(
  path: string,
  terminal: Terminal,
): Promise<ReportInput> {
  if (path === STANDARD_INPUT) {
    return { name: 'standard input', stream: terminal.stdin };
  }
  const absolutePath = resolve(terminal.workingDirectory, path);
  const stats = await stat(absolutePath).catch(error => {
    throw new CliError(
      error.code === 'ENOENT'
        ? 'There is no such report file.'
        : `The report file can't be read: ${error.message}`,
      {
        where: path,
        fix: 'Give the path of the file that the tool wrote, or - to read standard input.',
      },
    );
  });
  if (stats.isDirectory()) {
    throw new CliError('This is a folder, not a report file.', {
      where: path,
      fix: 'Name the report file in it.',
    });
  }
  return {
    name: path,
    fileName: basename(path),
    bytes: stats.size,
    stream: createReadStream(absolutePath),
  };
}
