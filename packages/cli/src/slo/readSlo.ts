import { SloDefinition } from '@perf-governance/plugin-performance-common';
import { readDefinitionFile } from '../definitions/readDefinitionFile';
import { printProblems } from './printProblems';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

/** Reads the SLO of a file, or the one of a name where it has several. */
export async function readSlo(
  file: string,
  name: string | undefined,
  terminal: Terminal,
): Promise<SloDefinition> {
  const slos = await readSlos(file, terminal);
  const names = slos.map(({ metadata }) => metadata.name);
  const found =
    name === undefined
      ? slos.length === 1 && slos[0]
      : slos.find(({ metadata }) => metadata.name === name);
  if (!found) {
    throw new CliError(
      name === undefined
        ? `The file defines ${slos.length} SLOs.`
        : `The file defines no SLO "${name}".`,
      {
        where: file,
        fix: `Name one with --slo: ${names.join(', ')}.`,
      },
    );
  }
  return found;
}

/**
 * Reads the SLOs of a file, in whatever language. What is odd about it goes to the standard error.
 *
 * @throws CliError where there is none, or something is wrong with the file.
 */
export async function readSlos(
  file: string,
  terminal: Terminal,
): Promise<SloDefinition[]> {
  const { definitions, problems } = await readDefinitionFile(
    file,
    { kind: 'org' },
    terminal,
  );
  printProblems(problems, terminal);
  if (problems.some(({ severity }) => severity === 'error')) {
    throw new CliError('The definitions have errors.', {
      where: file,
      fix: 'perf-gate slo validate tells them, too.',
    });
  }
  const slos = definitions.filter(definition => definition.kind === 'SLO');
  if (slos.length === 0) {
    throw new CliError('The file defines no SLO.', {
      where: file,
      fix: 'Give a file in OpenSLO, Sloth’s, Pyrra’s or our own language.',
    });
  }
  return slos;
}
