/**
 * `perf-gate`: judges performance reports by an organisation's budgets, offline and online.
 *
 * @packageDocumentation
 */
import { runProgram } from './runProgram';
import { processTerminal } from './terminal/Terminal';

// `perf-gate … | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    throw error;
  }
});

// The exit code is set rather than exited with, so that everything written gets out first.
runProgram(process.argv.slice(2), processTerminal()).then(exitCode => {
  process.exitCode = exitCode;
});
