import { Command, Option } from 'commander';
import { RUN_TYPES, RunType } from '@perf-governance/plugin-performance-common';
import { detectCi } from '../ci/detectCi';
import { EnvironmentVariables } from '../ci/CiContext';
import { parseDateOption } from '../input/parseDateOption';
import { UploadQuery } from '../server/PerformanceServer';

/** Where a run comes from; what is left out is asked of the pipeline. */
export interface RunContextOptions {
  environment?: string;
  commit?: string;
  branch?: string;
  ciUrl?: string;
  release?: string;
  externalId?: string;
  startedAt?: Date;
  tool?: string;
  type?: RunType;
}

export function addRunContextOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--environment <name>',
        'where the reports come from, e.g. staging',
      ).env('PERF_GATE_ENVIRONMENT'),
    )
    .option('--commit <sha>', 'what was tested; in a pipeline found by itself')
    .option('--branch <name>', 'its branch; in a pipeline found by itself')
    .option('--ci-url <url>', 'the build; in a pipeline found by itself')
    .option('--release <name>', 'what was released with it, e.g. 2.14.0')
    .option('--external-id <id>', 'your own id of the run')
    .option(
      '--started-at <time>',
      'when it began (ISO 8601), where the report is wrong or silent',
      parseDateOption,
    )
    .option('--tool <tool>', 'who wrote it, where the content is ambiguous')
    .addOption(
      new Option(
        '--type <type>',
        'what the run is for; without it, what its tool is for',
      ).choices(RUN_TYPES),
    );
}

/** The options with what the pipeline says filled in. */
export function resolveRunContext(
  options: RunContextOptions,
  variables: EnvironmentVariables,
): Omit<UploadQuery, 'entityRef' | 'environment'> & { environment?: string } {
  const ci = detectCi(variables);
  return {
    environment: options.environment ?? ci?.environment,
    commit: options.commit ?? ci?.commit,
    branch: options.branch ?? ci?.branch,
    ciUrl: options.ciUrl ?? ci?.ciUrl,
    release: options.release ?? ci?.release,
    externalId: options.externalId,
    startedAt: options.startedAt?.toISOString(),
    tool: options.tool,
    type: options.type,
  };
}
