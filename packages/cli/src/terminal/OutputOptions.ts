import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { OutputFormat } from '../render/OutputFormat';
import { CliError } from './CliError';

/** The options that every command with a result has. */
export interface OutputOptions {
  format?: OutputFormat;
  json?: boolean;
  output?: string[];
}

const FORMAT_OF_EXTENSION: Record<string, OutputFormat> = {
  '.txt': 'text',
  '.json': 'json',
  '.md': 'markdown',
  '.xml': 'junit',
  '.sarif': 'sarif',
};

export function addOutputOptions(
  command: Command,
  formats: readonly OutputFormat[],
): Command {
  return command
    .addOption(
      new Option(
        '-f, --format <format>',
        'what to print; text unless given',
      ).choices(formats),
    )
    .addOption(new Option('--json', 'short for --format json'))
    .addOption(
      new Option(
        '-o, --output <file>',
        'write it to a file, in --format or what its extension says, and print text; may be repeated',
      ).argParser((file: string, before: string[] = []) => [...before, file]),
    );
}

export interface OutputTarget {
  /** Absent for the standard output. */
  file?: string;
  format: OutputFormat;
}

/** Where to write what. Files come first, so that they exist before anything is printed. */
export function resolveOutputTargets(
  options: OutputOptions,
  formats: readonly OutputFormat[],
): OutputTarget[] {
  if (options.json && options.format && options.format !== 'json') {
    throw new CliError(
      `--json and --format ${options.format} contradict each other.`,
      { fix: 'Leave one of them out.' },
    );
  }
  const format = options.json ? 'json' : options.format;
  if (!options.output) {
    return [{ format: format ?? 'text' }];
  }
  const files = options.output.map(file => {
    const fileFormat = format ?? FORMAT_OF_EXTENSION[extname(file)];
    if (!fileFormat || !formats.includes(fileFormat)) {
      throw new CliError(`The file's extension doesn't tell its format.`, {
        where: `--output ${file}`,
        fix: `Add --format with one of ${formats.join(', ')}.`,
      });
    }
    return { file, format: fileFormat };
  });
  return [...files, { format: 'text' }];
}
