import {
  isCompositeSlo,
  SloDefinition,
  SloSpec,
  stepSecondsOf,
} from '@perf-governance/plugin-performance-common';
import {
  checkSample,
  parseSampleCsv,
  SampleCsv,
  SampleCsvProblem,
} from '@perf-governance/plugin-performance-node';
import { readTextFile } from '../input/readTextFile';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

/** Enough to see what is wrong with a file. */
const SHOWN_PROBLEMS = 5;

const FIX =
  'Write time,good,total in each line: when a step starts, and how many were good of how many.';

/** Samples of an SLO's objectives. */
export interface Samples {
  files: string[];
  /** Epoch milliseconds of the end of the newest. */
  end: number;
  of(objective: string): SampleCsv;
}

/** Reads `<file>`, or `<objective>=<file>` for each part of a composite SLO. */
export async function readSamples(
  { metadata, spec }: SloDefinition,
  given: string[],
  terminal: Terminal,
): Promise<Samples> {
  const names = spec.objectives.map(({ name }) => name);
  const byObjective = new Map<string | undefined, SampleCsv>();
  const files: string[] = [];
  for (const option of given) {
    const name = names.find(candidate => option.startsWith(`${candidate}=`));
    if (byObjective.has(name)) {
      throw new CliError('There are two files of samples for the same.', {
        where: `--samples ${option}`,
        fix: `Give one file, or one for each objective as <objective>=<file>: ${names.join(
          ', ',
        )}.`,
      });
    }
    const file = name === undefined ? option : option.slice(name.length + 1);
    files.push(file);
    byObjective.set(name, await readFile(file, spec, terminal));
  }
  if (isCompositeSlo(spec) && byObjective.has(undefined)) {
    throw new CliError(
      `"${metadata.name}" is a composite SLO, whose objectives have samples of their own.`,
      {
        where: '--samples',
        fix: `Give --samples <objective>=<file> for each of ${names.join(
          ', ',
        )}.`,
      },
    );
  }
  const ends = [...byObjective.values()].map(
    csv => (csv.samples.at(-1)?.at ?? -Infinity) + stepOf(spec, csv) * 1000,
  );
  const end = Math.max(...ends);
  return {
    files,
    end: Number.isFinite(end) ? end : terminal.now().getTime(),
    of: objective =>
      byObjective.get(objective) ??
      byObjective.get(undefined) ?? { samples: [], problems: [] },
  };
}

/** Seconds that a sample covers: as the definition says, unless there are more than one in that time. */
export function stepOf(spec: SloSpec, { stepSeconds }: SampleCsv): number {
  return stepSeconds === undefined
    ? stepSecondsOf(spec)
    : Math.min(spec.stepSeconds ?? Infinity, stepSeconds);
}

async function readFile(
  file: string,
  spec: SloSpec,
  terminal: Terminal,
): Promise<SampleCsv> {
  const csv = parseSampleCsv(await readTextFile(file, terminal));
  refuse(csv.problems, file);
  if (csv.samples.length === 0) {
    throw new CliError('There are no samples in the file.', {
      where: file,
      fix: FIX,
    });
  }
  const stepSeconds = stepOf(spec, csv);
  refuse(
    csv.samples.flatMap(sample => {
      const message = checkSample(sample, stepSeconds);
      return message
        ? [{ line: sample.line, message: `can't be taken: ${message}` }]
        : [];
    }),
    file,
  );
  return csv;
}

/** @throws CliError where there are any. */
function refuse(problems: SampleCsvProblem[], file: string): void {
  if (problems.length === 0) {
    return;
  }
  const shown = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ line, message }) => `  line ${line} ${message}`);
  if (problems.length > SHOWN_PROBLEMS) {
    shown.push(`  and ${problems.length - SHOWN_PROBLEMS} more`);
  }
  throw new CliError(`The samples can't be read:\n${shown.join('\n')}`, {
    where: `${file}:${problems[0].line}`,
    fix: FIX,
  });
}
