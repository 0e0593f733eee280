import { Command } from 'commander';
import {
  DEFINITION_RULES,
  DefinitionProblem,
} from '@perf-governance/plugin-performance-common';
import { readDefinitionFile } from '../definitions/readDefinitionFile';
import { findFiles } from '../input/findFiles';
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
import { CommandRunner } from './CommandRunner';

const FORMATS: OutputFormat[] = ['text', 'json', 'sarif'];

export function addValidateCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('validate')
    .summary('check definition files')
    .description(
      'Checks budgets and journeys in YAML files and says what is wrong, with file, line and column.',
    )
    .argument('<files...>', 'paths, folders or globs');
  addOutputOptions(command, FORMATS).action(run(validate));
}

async function validate(
  terminal: Terminal,
  patterns: string[],
  options: OutputOptions,
): Promise<number> {
  const targets = resolveOutputTargets(options, FORMATS);
  const files = await findFiles(patterns, terminal, 'definition file');
  const problems: DefinitionProblem[] = [];
  let definitions = 0;
  for (const file of files) {
    const parsed = await readDefinitionFile(file, { kind: 'org' }, terminal);
    problems.push(...parsed.problems);
    definitions += parsed.definitions.length;
  }
  await writeOutput(terminal, targets, {
    text: ({ colored }) =>
      renderProblemsText(problems, {
        files: files.length,
        definitions,
        palette: new Palette(colored ? terminal.stdout : undefined),
      }),
    sarif: () => renderProblemsSarif(problems, DEFINITION_RULES),
    json: () => `${JSON.stringify(problems, undefined, 2)}\n`,
  });
  return problems.some(({ severity }) => severity === 'error') ? 2 : 0;
}
