import { Command, Option } from 'commander';
import { parseEntityRefOption } from '../entity/parseEntityRefOption';
import { GateReport } from '../render/GateReport';
import { OUTPUT_FORMATS } from '../render/OutputFormat';
import { judgeOnline } from '../server/judgeOnline';
import { PerformanceServer } from '../server/PerformanceServer';
import { addServerOptions, ServerOptions } from '../server/ServerOptions';
import { CliError } from '../terminal/CliError';
import { addOutputOptions, OutputOptions } from '../terminal/OutputOptions';
import { Terminal } from '../terminal/Terminal';
import { CommandRunner } from './CommandRunner';
import {
  addRunContextOptions,
  resolveRunContext,
  RunContextOptions,
} from './RunContextOptions';
import { runGate } from './runGate';

interface UploadOptions
  extends OutputOptions,
    ServerOptions,
    RunContextOptions {
  entity?: string;
  allowMissing?: boolean;
}

export function addUploadCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('upload')
    .summary('store reports as runs, and judge them')
    .description(
      'Sends reports to Backstage, where they become runs of an entity; then judges them. Commit, branch and build are found by themselves in GitHub Actions, GitLab CI and Jenkins.',
    )
    .argument('<reports...>', 'files, or - for standard input')
    .addOption(
      new Option(
        '-e, --entity <ref>',
        'what the reports are about, e.g. component:default/checkout',
      ).env('PERF_GATE_ENTITY'),
    );
  addRunContextOptions(command).option(
    '--allow-missing',
    'pass where evidence is missing; it is listed all the same',
  );
  addServerOptions(command);
  addOutputOptions(command, OUTPUT_FORMATS).action(run(upload));
}

async function upload(
  terminal: Terminal,
  reports: string[],
  options: UploadOptions,
): Promise<number> {
  return await runGate(terminal, options, () =>
    uploadReports(terminal, reports, options),
  );
}

async function uploadReports(
  terminal: Terminal,
  reports: string[],
  options: UploadOptions,
): Promise<GateReport> {
  if (options.entity === undefined) {
    throw new CliError('It is not said which entity the reports are about.', {
      where: '--entity',
      fix: 'Give its ref: --entity component:default/checkout, or PERF_GATE_ENTITY.',
    });
  }
  const { entityRef } = parseEntityRefOption(options.entity);
  const { environment, ...context } = resolveRunContext(
    options,
    terminal.environment,
  );
  if (environment === undefined) {
    throw new CliError('It is not said where the reports come from.', {
      where: '--environment',
      fix: 'Name the environment: --environment staging, or PERF_GATE_ENVIRONMENT.',
    });
  }
  return await judgeOnline(
    reports,
    new PerformanceServer(options),
    {
      query: { entityRef, environment, ...context },
      requireEvidence: !options.allowMissing,
      appUrl: options.appUrl,
    },
    terminal,
  );
}
