import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Renderers } from '../render/OutputFormat';
import { CliError } from './CliError';
import { OutputTarget } from './OutputOptions';
import { Terminal } from './Terminal';

export async function writeOutput(
  terminal: Terminal,
  targets: OutputTarget[],
  renderers: Renderers,
): Promise<void> {
  for (const { file, format } of targets) {
    const render =
      format === 'text'
        ? () => renderers.text({ colored: file === undefined })
        : renderers[format];
    if (!render) {
      throw new CliError(`This command has no ${format} output.`, {
        where: '--format',
      });
    }
    if (file === undefined) {
      terminal.stdout.write(render());
      continue;
    }
    const path = resolve(terminal.workingDirectory, file);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, render());
    } catch (error) {
      throw new CliError(
        `The output can't be written: ${(error as Error).message}`,
        { where: `--output ${file}`, fix: 'Name a file in a writable folder.' },
      );
    }
  }
}
