import { BudgetMeasure, Unit } from '../model';
import { parseLimit } from '../units';
import { checkPromQl } from './checkPromQl';
import { ProblemReporter } from './ProblemReporter';
import { readDuration } from './readDuration';

/** A Budget's `measure` as users write it, without what the schema refuses. */
export interface WrittenMeasure {
  source?: string;
  query?: string;
  over?: string;
  every?: string;
  unit?: string;
}

const PATH = ['spec', 'measure'];
const MEASUREMENTS_PER_WINDOW = 12;
const SHORTEST_SECONDS = 60;

/** What is said of runs: a measurement has no series to tell apart, and looks at a whole window by itself. */
const OF_RUNS = ['labels', 'per', 'minSamples', 'confirm'] as const;

/**
 * @param unit - Of the budget's limits.
 * @returns `undefined` if something that it needs can't be read.
 */
export function readMeasure(
  written: WrittenMeasure,
  budget: Partial<Record<(typeof OF_RUNS)[number], unknown>> & {
    environment?: string | string[];
  },
  unit: Unit | undefined,
  reporter: ProblemReporter,
): BudgetMeasure | undefined {
  for (const field of OF_RUNS) {
    if (budget[field] !== undefined) {
      reporter.error(
        'invalid-value',
        ['spec', field],
        `\`${field}\` is about runs, and this budget is measured; what it looks at is up to its query.`,
      );
    }
  }
  if (Array.isArray(budget.environment) && budget.environment.length > 1) {
    reporter.error(
      'invalid-value',
      ['spec', 'environment'],
      'A budget that is measured is about one environment; write one for each.',
    );
  }
  const { source, query } = written;
  if (query !== undefined) {
    checkPromQl(query, source, [...PATH, 'query'], reporter);
  }
  const windowSeconds = readSeconds(written.over, 'over', reporter);
  const everySeconds =
    written.every === undefined
      ? windowSeconds &&
        Math.max(
          Math.round(windowSeconds / MEASUREMENTS_PER_WINDOW / 60) * 60,
          SHORTEST_SECONDS,
        )
      : readSeconds(written.every, 'every', reporter);
  const factor = readFactor(written.unit, unit, reporter);
  return source !== undefined &&
    query !== undefined &&
    windowSeconds !== undefined &&
    everySeconds !== undefined &&
    factor !== undefined
    ? { source, query, windowSeconds, everySeconds, factor }
    : undefined;
}

/** Whole minutes, as metric sources are asked for nothing finer. */
function readSeconds(
  text: string | undefined,
  field: 'over' | 'every',
  reporter: ProblemReporter,
): number | undefined {
  const seconds = readDuration(text, [...PATH, field], reporter);
  if (seconds !== undefined && (seconds < 60 || seconds % 60 !== 0)) {
    reporter.error(
      'invalid-duration',
      [...PATH, field],
      `'${text}' isn't a number of whole minutes.`,
    );
    return undefined;
  }
  return seconds;
}

function readFactor(
  text: string | undefined,
  unit: Unit | undefined,
  reporter: ProblemReporter,
): number | undefined {
  if (text === undefined) {
    return 1;
  }
  try {
    return parseLimit(`<= 1 ${text}`, unit).value;
  } catch {
    reporter.error(
      'unit-mismatch',
      [...PATH, 'unit'],
      `'${text}' can't be converted to ${unit ?? 'the unit of the metric'}.`,
    );
    return undefined;
  }
}
