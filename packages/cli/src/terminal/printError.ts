import { describeError } from './describeError';
import { Palette } from './Palette';
import { Terminal } from './Terminal';

export function printError(terminal: Terminal, error: unknown): void {
  const { what, where, fix } = describeError(error);
  const palette = new Palette(terminal.stderr);
  const lines = [
    `${palette.bad('error:')} ${what}`,
    where && `  where: ${where}`,
    fix && `  fix:   ${fix}`,
  ];
  terminal.stderr.write(`${lines.filter(line => line).join('\n')}\n`);
  if (terminal.environment.PERF_GATE_DEBUG && error instanceof Error) {
    terminal.stderr.write(`${error.stack}\n`);
  }
}
