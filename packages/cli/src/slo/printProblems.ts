import { DefinitionProblem } from '@perf-governance/plugin-performance-common';
import { toOneLine } from '../render/toOneLine';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';

/** Problems of a file that is read for something else, on the standard error. */
export function printProblems(
  problems: DefinitionProblem[],
  terminal: Terminal,
): void {
  const palette = new Palette(terminal.stderr);
  for (const problem of problems) {
    const { file, line, column, severity, rule, message } = problem;
    const word =
      severity === 'error' ? palette.bad('error') : palette.caution('warning');
    terminal.stderr.write(
      `${file}:${line}:${column}  ${word}  ${toOneLine(
        message,
      )}  ${palette.faint(rule)}\n`,
    );
  }
}
