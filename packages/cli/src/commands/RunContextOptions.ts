import { Command, InvalidArgumentError, Option } from 'commander';
import { RUN_TYPES, RunType } from '@perf-governance/plugin-performance-common';
import { detectCi } from '../ci/detectCi';
import { EnvironmentVariables } from '../ci/CiContext';
import { parseDateOption } from '../input/parseDateOption';
import { UploadQuery } from '../server/PerformanceServer';

/** As in the API. */
const MAX_LABEL_LENGTH = 100;

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
  label?: string[];
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
    .addOption(
      new Option(
        '--label <name>',
        'a label of the change, e.g. security, which error-budget policies may let pass; may be repeated, or hold several with commas',
      )
        .env('PERF_GATE_LABELS')
        .argParser(collectLabels),
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
    changeLabels: options.label,
  };
}

function collectLabels(text: string, before: string[] = []): string[] {
  const labels = text
    .split(',')
    .map(label => label.trim())
    .filter(label => label !== '');
  const refused = labels.find(label => label.length > MAX_LABEL_LENGTH);
  if (refused !== undefined) {
    throw new InvalidArgumentError(
      `'${refused}' is longer than ${MAX_LABEL_LENGTH} characters.`,
    );
  }
  return [...before, ...labels];
}
