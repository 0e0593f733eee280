import { Command, Option } from 'commander';
import { ReportLimits } from '@perf-governance/plugin-performance-node';
import { judgeOffline } from '../check/judgeOffline';
import { readKnowledgeFromFiles } from '../check/readKnowledgeFromFiles';
import { resolveOfflineEnvironment } from '../check/resolveOfflineEnvironment';
import { toJudgedReport } from '../check/toJudgedReport';
import { parseDateOption } from '../input/parseDateOption';
import { parseLimitOption } from '../input/parseLimitOption';
import { ReadReport, readReport } from '../input/readReport';
import { GateReport } from '../render/GateReport';
import { OUTPUT_FORMATS } from '../render/OutputFormat';
import { CliError } from '../terminal/CliError';
import { addOutputOptions, OutputOptions } from '../terminal/OutputOptions';
import { Terminal } from '../terminal/Terminal';
import { CommandRunner } from './CommandRunner';
import { runGate } from './runGate';

interface CheckOptions extends OutputOptions {
  entity?: string;
  environment?: string;
  definitions?: string[];
  catalog?: string[];
  startedAt?: Date;
  allowMissing?: boolean;
  tool?: string;
  limit?: Partial<ReportLimits>;
}

export function addCheckCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('check')
    .summary('judge reports and store nothing')
    .description(
      'Judges reports by the budgets of an entity: with --definitions or --catalog by files.',
    )
    .argument('[reports...]', 'files, or - for standard input')
    .addOption(
      new Option(
        '-e, --entity <ref|file>',
        'what the reports are about: a ref such as component:default/checkout, or its catalog-info.yaml',
      ).env('PERF_GATE_ENTITY'),
    )
    .addOption(
      new Option(
        '--environment <name>',
        'where they come from; may be left out where only one comes into question',
      ).env('PERF_GATE_ENVIRONMENT'),
    )
    .option(
      '-d, --definitions <files...>',
      'judge by these definitions (paths, folders or globs), as those of the organisation',
    )
    .option(
      '--catalog <files...>',
      "catalog files of the entity, its system, domain and owner's groups",
    )
    .option(
      '--started-at <time>',
      'when the run began (ISO 8601), where the report is wrong or silent',
      parseDateOption,
    )
    .option(
      '--allow-missing',
      'pass where evidence is missing; it is listed all the same',
    )
    .option('--tool <tool>', 'who wrote it, where the content is ambiguous')
    .option(
      '--limit <name=value>',
      'raise or lower a limit of the parsers; may be repeated',
      parseLimitOption,
    );
  addOutputOptions(command, OUTPUT_FORMATS).action(run(check));
}

async function check(
  terminal: Terminal,
  reports: string[],
  options: CheckOptions,
): Promise<number> {
  return await runGate(terminal, options, async () => {
    if (reports.length === 0) {
      throw new CliError('No report is named.', {
        fix: 'Name reports first, before options that take several files: perf-gate check report.json --definitions budgets.yaml.',
      });
    }
    return await checkWithFiles(terminal, reports, options);
  });
}

async function checkWithFiles(
  terminal: Terminal,
  paths: string[],
  options: CheckOptions,
): Promise<GateReport> {
  const knowledge = await readKnowledgeFromFiles(
    {
      entity: options.entity,
      catalog: options.catalog ?? [],
      definitions: options.definitions ?? [],
    },
    terminal,
  );
  const environment =
    options.environment ?? resolveOfflineEnvironment(knowledge);
  const reports: ReadReport[] = [];
  for (const path of paths) {
    reports.push(
      await readReport(path, terminal, {
        tool: options.tool,
        limits: options.limit,
      }),
    );
  }
  return {
    result: judgeOffline(reports, knowledge, {
      environment,
      startedAt: options.startedAt,
      requireEvidence: !options.allowMissing,
      now: terminal.now(),
    }),
    entityRef: knowledge.subject.entityRef,
    environment,
    reports: reports.map(toJudgedReport),
    notes: [`Judged offline by ${knowledge.origin}.`],
    links: [],
  };
}
