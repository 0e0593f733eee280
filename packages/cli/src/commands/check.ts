import { Command, Option } from 'commander';
import { Verdict } from '@perf-governance/plugin-performance-common';
import { ReportLimits } from '@perf-governance/plugin-performance-node';
import { judgeOffline } from '../check/judgeOffline';
import { Knowledge } from '../check/Knowledge';
import { readKnowledgeCache } from '../check/knowledgeCache';
import { readKnowledgeFromFiles } from '../check/readKnowledgeFromFiles';
import { resolveOfflineEnvironment } from '../check/resolveOfflineEnvironment';
import { toJudgedReport } from '../check/toJudgedReport';
import { parseEntityRefOption } from '../entity/parseEntityRefOption';
import { parseLimitOption } from '../input/parseLimitOption';
import { ReadReport, readReport } from '../input/readReport';
import { GateReport } from '../render/GateReport';
import { OUTPUT_FORMATS } from '../render/OutputFormat';
import { judgeOnline } from '../server/judgeOnline';
import { PerformanceServer } from '../server/PerformanceServer';
import { resolveOnlineEnvironment } from '../server/resolveOnlineEnvironment';
import { addServerOptions, ServerOptions } from '../server/ServerOptions';
import { CliError } from '../terminal/CliError';
import { addOutputOptions, OutputOptions } from '../terminal/OutputOptions';
import { Terminal } from '../terminal/Terminal';
import { CommandRunner } from './CommandRunner';
import { cacheOption } from './pull';
import {
  addRunContextOptions,
  resolveRunContext,
  RunContextOptions,
} from './RunContextOptions';
import { runGate } from './runGate';

interface CheckOptions extends OutputOptions, ServerOptions, RunContextOptions {
  entity?: string;
  definitions?: string[];
  catalog?: string[];
  offline?: boolean;
  cache: string;
  allowMissing?: boolean;
  limit?: Partial<ReportLimits>;
}

export function addCheckCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('check')
    .summary('judge reports, and store nothing')
    .description(
      'Judges reports by the budgets of an entity: by files with --definitions or --catalog, by what was pulled with --offline, and else by a Backstage, as a dry run.',
    )
    .argument('[reports...]', 'files, or - for standard input')
    .addOption(
      new Option(
        '-e, --entity <ref|file>',
        'what the reports are about: a ref such as component:default/checkout, or its catalog-info.yaml',
      ).env('PERF_GATE_ENTITY'),
    )
    .option(
      '-d, --definitions <files...>',
      'judge by these definitions (paths, folders or globs), as those of the organisation',
    )
    .option(
      '--catalog <files...>',
      "catalog files of the entity, its system, its domain and its owner's groups",
    )
    .option('--offline', 'judge by what perf-gate pull fetched')
    .addOption(cacheOption());
  addRunContextOptions(command)
    .option(
      '--limit <name=value>',
      'raise or lower a limit of the parsers; may be repeated',
      parseLimitOption,
    )
    .option(
      '--allow-missing',
      'pass where evidence is missing; it is listed all the same',
    );
  addServerOptions(command);
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
    const knowledge = await readKnowledge(terminal, options);
    return knowledge
      ? checkOffline(terminal, reports, knowledge, options)
      : checkOnline(terminal, reports, options);
  });
}

/** @returns `undefined` where a server is to judge. */
async function readKnowledge(
  terminal: Terminal,
  options: CheckOptions,
): Promise<Knowledge | undefined> {
  const { entity, definitions = [], catalog = [] } = options;
  const isFile = entity !== undefined && /\.ya?ml$/.test(entity);
  if (definitions.length > 0 || catalog.length > 0 || isFile) {
    return await readKnowledgeFromFiles(
      { entity, catalog, definitions, cache: options.cache },
      terminal,
    );
  }
  if (options.offline) {
    return await readKnowledgeCache(
      requireEntity(entity),
      options.cache,
      terminal,
    );
  }
  return undefined;
}

async function checkOffline(
  terminal: Terminal,
  paths: string[],
  knowledge: Knowledge,
  options: CheckOptions,
): Promise<GateReport> {
  const { environment = resolveOfflineEnvironment(knowledge) } =
    resolveRunContext(options, terminal.environment);
  const reports: ReadReport[] = [];
  for (const path of paths) {
    reports.push(
      await readReport(path, terminal, {
        tool: options.tool,
        limits: options.limit,
      }),
    );
  }
  const result = judgeOffline(reports, knowledge, {
    environment,
    startedAt: options.startedAt,
    type: options.type,
    requireEvidence: !options.allowMissing,
    changeLabels: options.label,
    now: terminal.now(),
  });
  return {
    result,
    entityRef: knowledge.subject.entityRef,
    environment,
    reports: reports.map(toJudgedReport),
    notes: [
      `Judged offline by ${knowledge.origin}.`,
      ...(!knowledge.facts &&
      result.verdicts.some(verdict => isWithheld(verdict))
        ? [
            'Whether policies may block yet, and what is waived, is only known to the server: perf-gate pull fetches it.',
          ]
        : []),
    ],
    links: [],
  };
}

async function checkOnline(
  terminal: Terminal,
  paths: string[],
  options: CheckOptions,
): Promise<GateReport> {
  const entityRef = requireEntity(options.entity);
  const server = new PerformanceServer(options);
  const { environment: given, ...context } = resolveRunContext(
    options,
    terminal.environment,
  );
  const environment =
    given ?? (await resolveOnlineEnvironment(server, entityRef));
  return await judgeOnline(
    paths,
    server,
    {
      query: { entityRef, environment, ...context, dryRun: true },
      requireEvidence: !options.allowMissing,
      appUrl: options.appUrl,
    },
    terminal,
  );
}

/** A policy asks for `block`, but isn't known to be trusted. */
function isWithheld({ enforcement }: Verdict): boolean {
  return enforcement.story.some(({ effect }) => effect === 'withheld');
}

function requireEntity(entity: string | undefined): string {
  if (entity === undefined) {
    throw new CliError('It is not said which entity the reports are about.', {
      where: '--entity',
      fix: 'Give its ref, or its catalog-info.yaml: --entity component:default/checkout, or PERF_GATE_ENTITY.',
    });
  }
  return parseEntityRefOption(entity).entityRef;
}
