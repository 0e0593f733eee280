import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import {
  PrometheusRuleOmission,
  prometheusRules,
  SloDefinition,
  slosOfEntities,
} from '@perf-governance/plugin-performance-common';
import { stringify } from 'yaml';
import { CommandRunner } from '../commands/CommandRunner';
import { readEntityFacts } from '../entity/readEntityFacts';
import { findFiles } from '../input/findFiles';
import { toOneLine } from '../render/toOneLine';
import { CliError } from '../terminal/CliError';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';
import { readSlos } from './readSlo';

interface SloRulesOptions {
  output?: string;
  catalog?: string[];
}

export function addSloRulesCommand(slo: Command, run: CommandRunner): void {
  slo
    .command('rules')
    .summary('write alert rules for Prometheus')
    .description(
      'Writes recording and alerting rules by which Prometheus sees the alerts and spent budgets of SLOs itself. What can’t be written as such is said, and the exit code is 1.',
    )
    .argument('<files...>', 'paths, folders or globs')
    .option(
      '--catalog <files...>',
      'catalog files with the entities that templates are written for (paths, folders or globs)',
    )
    .option(
      '-o, --output <file>',
      'write them to a file rather than the standard output',
    )
    .action(run(sloRules));
}

async function sloRules(
  terminal: Terminal,
  patterns: string[],
  { output, catalog }: SloRulesOptions,
): Promise<number> {
  const files = await findFiles(patterns, terminal, 'definition file');
  const slos: SloDefinition[] = [];
  const fileOf = new Map<string, string>();
  for (const file of files) {
    for (const slo of await readSlos(file, terminal)) {
      const { name } = slo.metadata;
      const other = fileOf.get(name);
      if (other !== undefined) {
        throw new CliError(`There are two SLOs named "${name}".`, {
          where: `${other} and ${file}`,
          fix: 'Write the rules of each to a file of its own.',
        });
      }
      fileOf.set(name, file);
      slos.push(slo);
    }
  }
  const { groups, omissions } = prometheusRules(
    slosOfEntities(
      slos,
      catalog ? await readEntityFacts(catalog, terminal) : [],
    ),
  );
  // Expressions stay on one line each, as they can be copied then.
  const text = stringify(
    { groups },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
  if (output === undefined) {
    terminal.stdout.write(text);
  } else {
    await writeRules(output, text, terminal);
  }
  for (const omission of omissions) {
    terminal.stderr.write(describeOmission(omission, fileOf, terminal));
  }
  return omissions.length > 0 ? 1 : 0;
}

async function writeRules(
  file: string,
  text: string,
  terminal: Terminal,
): Promise<void> {
  const path = resolve(terminal.workingDirectory, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new CliError(
      `The rules can't be written: ${(error as Error).message}`,
      { where: `--output ${file}`, fix: 'Name a file in a writable folder.' },
    );
  }
}

function describeOmission(
  { slo, entityRef, objective, message }: PrometheusRuleOmission,
  fileOf: ReadonlyMap<string, string>,
  terminal: Terminal,
): string {
  const palette = new Palette(terminal.stderr);
  const name = [slo, entityRef, objective].filter(Boolean).join(', ');
  return `${fileOf.get(slo)}  ${palette.caution('left out')}  ${toOneLine(
    `${name}: ${message}`,
  )}\n`;
}
