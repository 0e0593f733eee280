import { Command } from 'commander';
import {
  DEFINITION_RULES,
  OPEN_SLO_RULES,
  OpenSloProfile,
  parseOpenSloFiles,
} from '@perf-governance/plugin-performance-common';
import { CommandRunner } from '../commands/CommandRunner';
import { OutputFormat } from '../render/OutputFormat';
import { renderProblemsSarif } from '../render/renderGateSarif';
import { renderProblemsText } from '../render/renderProblemsText';
import {
  addOutputOptions,
  OutputOptions,
  resolveOutputTargets,
} from '../terminal/OutputOptions';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';
import { writeOutput } from '../terminal/writeOutput';
import { profileOption } from './profileOption';
import { readSloFiles } from './readSloFiles';

const FORMATS: OutputFormat[] = ['text', 'json', 'sarif'];

interface SloValidateOptions extends OutputOptions {
  profile: OpenSloProfile;
}

export function addSloValidateCommand(slo: Command, run: CommandRunner): void {
  const command = slo
    .command('validate')
    .summary('check SLO files')
    .description(
      'Checks SLOs of OpenSLO, Sloth, Pyrra and our own kind, and says what is wrong, with file, line and column, and whose rule it is. References resolve among all files given.',
    )
    .argument('<files...>', 'paths, folders or globs, or - for standard input')
    .addOption(profileOption());
  addOutputOptions(command, FORMATS).action(run(sloValidate));
}

async function sloValidate(
  terminal: Terminal,
  patterns: string[],
  options: SloValidateOptions,
): Promise<number> {
  const targets = resolveOutputTargets(options, FORMATS);
  const files = await readSloFiles(patterns, terminal);
  const { problems, slos } = parseOpenSloFiles(files, options);
  await writeOutput(terminal, targets, {
    text: ({ colored }) =>
      renderProblemsText(problems, {
        files: files.length,
        definitions: slos.length,
        noun: 'valid SLO',
        palette: new Palette(colored ? terminal.stdout : undefined),
      }),
    sarif: () =>
      renderProblemsSarif(problems, { ...DEFINITION_RULES, ...OPEN_SLO_RULES }),
    json: () => `${JSON.stringify(problems, undefined, 2)}\n`,
  });
  return problems.some(({ severity }) => severity === 'error') ? 2 : 0;
}
