import { Command } from 'commander';
import {
  evaluateSlo,
  expandAdjustments,
  sampleCounter,
  SloDefinition,
  SloStatus,
  judgedWindow,
} from '@perf-governance/plugin-performance-common';
import { CommandRunner } from '../commands/CommandRunner';
import { parseDateOption } from '../input/parseDateOption';
import { OutputFormat } from '../render/OutputFormat';
import {
  addOutputOptions,
  OutputOptions,
  resolveOutputTargets,
} from '../terminal/OutputOptions';
import { Palette } from '../terminal/Palette';
import { Terminal } from '../terminal/Terminal';
import { writeOutput } from '../terminal/writeOutput';
import { ObjectiveReport } from './ObjectiveReport';
import { readAdjustments } from './readAdjustments';
import { readSamples, Samples, stepOf } from './readSamples';
import { readSlo } from './readSlo';
import { renderSloReportText } from './renderSloReportText';
import { reportedObjectives } from './reportedObjectives';

const FORMATS: OutputFormat[] = ['text', 'json'];

/** Burn windows and slices that have begun may begin before the SLO's window: the longest, and a day. */
const BEFORE_MILLIS = 4 * 24 * 60 * 60 * 1000;

interface SloReportOptions extends OutputOptions {
  definition: string;
  slo?: string;
  objective?: string;
  samples: string[];
  at?: Date;
  adjustments?: string;
}

export function addSloReportCommand(slo: Command, run: CommandRunner): void {
  const command = slo
    .command('report')
    .summary('say how an SLO stands')
    .description(
      'Works out attainment, error budget, burn rates and alerts of an SLO from samples in CSV: time, good, total.',
    )
    .requiredOption('--definition <file>', 'where the SLO is defined')
    .requiredOption(
      '--samples <file>',
      'CSV with time, good and total of each step; of a composite SLO <objective>=<file> for each part',
      (file: string, before: string[] = []) => [...before, file],
    )
    .option('--slo <name>', 'which one, where the file defines several')
    .option('--objective <name>', 'only this one')
    .option(
      '--at <time>',
      'ISO 8601; the end of the newest sample unless given',
      parseDateOption,
    )
    .option(
      '--adjustments <file>',
      'times that don’t count, as the API has them, in YAML or JSON',
    );
  addOutputOptions(command, FORMATS).action(run(sloReport));
}

async function sloReport(
  terminal: Terminal,
  options: SloReportOptions,
): Promise<number> {
  const targets = resolveOutputTargets(options, FORMATS);
  const definition = await readSlo(options.definition, options.slo, terminal);
  const objectives = reportedObjectives(definition, options.objective);
  const samples = await readSamples(definition, options.samples, terminal);
  const now = options.at?.getTime() ?? samples.end;
  const adjustments = options.adjustments
    ? await readAdjustments(options.adjustments, terminal)
    : [];
  const window = judgedWindow(definition.spec.timeWindow, now);
  const exclusions = expandAdjustments(adjustments, {
    from: window.from - BEFORE_MILLIS,
    to: Math.max(window.to, now),
  });
  const reports = objectives.map(objective =>
    report(definition, objective, samples, { now, exclusions }),
  );
  await writeOutput(terminal, targets, {
    text: ({ colored }) =>
      renderSloReportText(definition, reports, {
        samples,
        palette: new Palette(colored ? terminal.stdout : undefined),
      }),
    json: () =>
      `${JSON.stringify(
        reports.length === 1
          ? reports[0]
          : { definition: definition.metadata.name, objectives: reports },
        undefined,
        2,
      )}\n`,
  });
  return exitCodeOf(reports);
}

function report(
  { metadata, spec }: SloDefinition,
  objective: string | undefined,
  samples: Samples,
  options: Pick<Parameters<typeof evaluateSlo>[0], 'now' | 'exclusions'>,
): ObjectiveReport {
  return {
    definition: metadata.name,
    ...(objective !== undefined && { objective }),
    ...evaluateSlo({
      ...options,
      spec,
      objective,
      counterOf: counted => {
        const series = samples.of(counted.name);
        return sampleCounter({
          samples: series.samples,
          stepSeconds: stepOf(spec, series),
          method: spec.budgetingMethod,
          objective: counted,
        });
      },
    }),
  };
}

/** As the gate's: 1 a budget is overspent, 3 too little is known, else 0. */
function exitCodeOf(reports: SloStatus[]): number {
  const states = new Set(reports.map(({ state }) => state));
  if (states.has('fail')) {
    return 1;
  }
  return states.has('no-data') ? 3 : 0;
}
