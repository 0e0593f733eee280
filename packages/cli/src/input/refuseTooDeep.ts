import {
  findTooDeep,
  tooDeepProblem,
} from '@perf-governance/plugin-performance-common';
import { CliError } from '../terminal/CliError';

/**
 * To be asked before a file in YAML is read, which could exhaust the stack.
 *
 * @throws CliError where it nests deeper than anybody would write.
 */
export function refuseTooDeep(file: string, text: string): void {
  const offset = findTooDeep(text);
  if (offset !== undefined) {
    const { line, column, message } = tooDeepProblem(file, text, offset);
    throw new CliError(message, {
      where: `${file}:${line}:${column}`,
      fix: 'Set the YAML right.',
    });
  }
}
