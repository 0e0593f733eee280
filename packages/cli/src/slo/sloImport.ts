import { Command, Option } from 'commander';
import {
  OpenSloProfile,
  ParsedSlo,
  parseOpenSloFiles,
  writeSlo,
} from '@perf-governance/plugin-performance-common';
import { CommandRunner } from '../commands/CommandRunner';
import { CliError } from '../terminal/CliError';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';
import { writeOutput } from '../terminal/writeOutput';
import { printProblems } from './printProblems';
import { profileOption } from './profileOption';
import { readSloFiles } from './readSloFiles';
import { renderLossesText } from './renderLossesText';

interface SloImportOptions {
  profile: OpenSloProfile;
  output?: string;
  json?: boolean;
}

export function addSloImportCommand(slo: Command, run: CommandRunner): void {
  slo
    .command('import')
    .summary('turn SLOs of other languages into ours')
    .description(
      'Writes SLOs of OpenSLO, Sloth and Pyrra as definitions of our own kind, and tells what the source says that they can’t hold.',
    )
    .argument('<files...>', 'paths, folders or globs, or - for standard input')
    .addOption(profileOption())
    .addOption(
      new Option(
        '-o, --output <file>',
        'where the definitions go; standard output unless given',
      ),
    )
    .addOption(
      new Option(
        '--json',
        'print definitions, problems and losses as JSON; with --output, the file still holds YAML',
      ),
    )
    .action(run(sloImport));
}

async function sloImport(
  terminal: Terminal,
  patterns: string[],
  options: SloImportOptions,
): Promise<number> {
  const files = await readSloFiles(patterns, terminal);
  const { slos, problems, losses } = parseOpenSloFiles(files, options);
  const failed = problems.some(({ severity }) => severity === 'error');
  if (!options.json) {
    printProblems(problems, terminal);
  }
  checkNames(slos);
  // Half an import would look like a whole one.
  const imported = failed ? [] : slos;
  const yaml = imported.map(writeSlo).join('---\n');
  if (options.output !== undefined && imported.length > 0) {
    await writeOutput(terminal, [{ file: options.output, format: 'text' }], {
      text: () => yaml,
    });
  }
  if (options.json) {
    const definitions = imported.map(({ metadata, spec, ...from }) => ({
      kind: 'SLO',
      metadata,
      spec,
      from,
    }));
    terminal.stdout.write(
      `${JSON.stringify({ definitions, problems, losses }, undefined, 2)}\n`,
    );
    return imported.length === 0 ? 2 : 0;
  }
  if (failed) {
    throw new CliError('Nothing is imported, because of the errors above.', {
      where: patterns.join(' '),
      fix: 'Mend them; perf-gate slo validate tells whose rules they are.',
    });
  }
  if (options.output === undefined) {
    terminal.stdout.write(yaml);
  }
  terminal.stderr.write(
    renderLossesText(losses, imported.length, new Palette(terminal.stderr)),
  );
  if (imported.length === 0) {
    throw new CliError('The files hold no SLO that could be imported.', {
      where: patterns.join(' '),
      fix: 'Give files in OpenSLO, Sloth’s or Pyrra’s language.',
    });
  }
  return 0;
}

/** Definitions of one name can't be in one file, though their sources may have been in several. */
function checkNames(slos: ParsedSlo[]): void {
  const seen = new Map<string, ParsedSlo>();
  for (const slo of slos) {
    const { name } = slo.metadata;
    const previous = seen.get(name);
    if (previous) {
      throw new CliError(
        `There is another SLO named "${name}", in ${previous.file}, line ${previous.line}.`,
        {
          where: `${slo.file}:${slo.line}`,
          fix: 'Import them one by one, into files of their own.',
        },
      );
    }
    seen.set(name, slo);
  }
}
