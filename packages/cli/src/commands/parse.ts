import { Command } from 'commander';
import { ReportLimits } from '@perf-governance/plugin-performance-node';
import { parseLimitOption } from '../input/parseLimitOption';
import { readReport } from '../input/readReport';
import { OutputFormat } from '../render/OutputFormat';
import { renderReportText } from '../render/renderReportText';
import { toPrintableReport } from '../render/toPrintableReport';
import {
  addOutputOptions,
  OutputOptions,
  resolveOutputTargets,
} from '../terminal/OutputOptions';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';
import { writeOutput } from '../terminal/writeOutput';
import { CommandRunner } from './CommandRunner';

const FORMATS: OutputFormat[] = ['text', 'json'];

/** Enough for a screen; JSON always holds all. */
const MAX_SERIES_AS_TEXT = 30;

interface ParseOptions extends OutputOptions {
  tool?: string;
  limit?: Partial<ReportLimits>;
  all?: boolean;
}

export function addParseCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('parse')
    .summary('show what a report holds')
    .description(
      'Reads a report of k6, JMeter, Lighthouse or autocannon, plain or gzipped, and shows its series, its own checks and what is odd about it.',
    )
    .argument('<report>', 'a file, or - for standard input')
    .option('--tool <tool>', 'who wrote it, where the content is ambiguous')
    .option(
      '--limit <name=value>',
      'raise or lower a limit of the parsers; may be repeated',
      parseLimitOption,
    )
    .option('--all', 'all series, however many, as text too');
  addOutputOptions(command, FORMATS).action(run(parse));
}

async function parse(
  terminal: Terminal,
  path: string,
  options: ParseOptions,
): Promise<number> {
  const targets = resolveOutputTargets(options, FORMATS);
  const { name, report } = await readReport(path, terminal, {
    tool: options.tool,
    limits: options.limit,
  });
  await writeOutput(terminal, targets, {
    text: ({ colored }) =>
      renderReportText(report, {
        name,
        palette: new Palette(colored ? terminal.stdout : undefined),
        maxSeries: options.all ? Infinity : MAX_SERIES_AS_TEXT,
      }),
    json: () => `${JSON.stringify(toPrintableReport(report), undefined, 2)}\n`,
  });
  return 0;
}
