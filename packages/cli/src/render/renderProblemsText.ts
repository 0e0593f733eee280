import { DefinitionProblem } from '@perf-governance/plugin-performance-common';
import { Palette } from '../terminal/Palette';
import { toOneLine } from './toOneLine';

/** Problems one a line, each beginning with a place that editors and CI logs make a link of. */
export function renderProblemsText(
  problems: DefinitionProblem[],
  options: {
    files: number;
    definitions: number;
    /** What is counted; `valid definition` unless given. */
    noun?: string;
    palette: Palette;
  },
): string {
  const { files, definitions, noun = 'valid definition', palette } = options;
  const lines = problems.map(
    ({ file, line, column, severity, rule, message, source }) =>
      `${file}:${line}:${column}  ${
        severity === 'error' ? palette.bad('error') : palette.caution('warning')
      }  ${toOneLine(message)}  ${palette.faint(
        source ? `${rule} (${source})` : rule,
      )}`,
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const read = `${count(definitions, noun)} in ${count(files, 'file')}`;
  const summary =
    problems.length === 0
      ? palette.good(`✔ ${read}`)
      : `${errors > 0 ? palette.bad('✖') : palette.caution('▲')} ${count(
          errors,
          'error',
        )}, ${count(warnings, 'warning')}; ${read}`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary].join(
    '\n',
  )}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
