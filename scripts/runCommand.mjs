import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const KEPT_LINES = 60;

/** Something a user can read and act upon; printed without a stack trace. */
export class CommandError extends Error {
  /** @param output - The last lines the failed command printed. */
  constructor(message, output) {
    super(message);
    this.name = 'CommandError';
    this.output = output;
  }
}

/**
 * Runs a command to its end, quietly.
 *
 * @param options - `cwd`, `env`, and `onLine`, called with each line of either output stream.
 * @throws CommandError with the last lines of output if it can't start or doesn't exit with 0.
 */
export function runCommand(command, args, options) {
  return new Promise((resolve, reject) => {
    const tail = [];
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        tail.push(line);
        if (tail.length > KEPT_LINES) {
          tail.shift();
        }
        options.onLine?.(line);
      });
    }
    child.on('error', error => {
      reject(
        new CommandError(
          error.code === 'ENOENT'
            ? `The command "${command}" was not found on this machine.`
            : `Could not start "${command}": ${error.message}`,
          '',
        ),
      );
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve();
        return;
      }
      reject(
        new CommandError(
          `"${command} ${args[0] ?? ''}" ended with ${
            signal ?? `code ${code}`
          }.`,
          tail.join('\n'),
        ),
      );
    });
  });
}
