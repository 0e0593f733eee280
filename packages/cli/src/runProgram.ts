import { Command, CommanderError } from 'commander';
import { CommandRunner } from './commands/CommandRunner';
import { addCheckCommand } from './commands/check';
import { addParseCommand } from './commands/parse';
import { addPullCommand } from './commands/pull';
import { addUploadCommand } from './commands/upload';
import { addValidateCommand } from './commands/validate';
import { addSloCommand } from './slo/addSloCommand';
import { printError } from './terminal/printError';
import { Terminal } from './terminal/Terminal';
import { version } from '../package.json';

const EXIT_CODES = `
Exit codes:
  0  passed
  1  a budget failed
  2  bad usage or bad input
  3  required evidence is missing`;

/** Bad usage or bad input; what every error comes to. */
const EXIT_CODE_OF_ERRORS = 2;

/**
 * Runs `perf-gate` with the arguments a user gave.
 *
 * @returns The exit code: 0 pass, 1 a budget failed, 2 bad usage or input, 3 required evidence is
 * missing.
 */
export async function runProgram(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  let exitCode = 0;
  const run: CommandRunner =
    command =>
    async (...commandArgs) => {
      exitCode = await command(terminal, ...commandArgs);
    };

  const program = new Command('perf-gate')
    .description(
      'Judges performance reports by the budgets of your Backstage catalog, on a laptop and in a pipeline.',
    )
    .version(version, '-V, --version')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    })
    .showHelpAfterError('  fix:   perf-gate help shows commands and options.');
  addParseCommand(program, run);
  addCheckCommand(program, run);
  addUploadCommand(program, run);
  addValidateCommand(program, run);
  addPullCommand(program, run);
  addSloCommand(program, run);

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : EXIT_CODE_OF_ERRORS;
    }
    printError(terminal, error);
    return EXIT_CODE_OF_ERRORS;
  }
}
