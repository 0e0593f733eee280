import { InputError } from '@backstage/errors';
import { isCustomMetric, statisticUnit } from '../metrics';
import { ComparisonOperator, ReviewDraft } from '../model';
import { parseSloDuration } from '../openslo/sloDuration';
import { parseLimit } from '../units';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readMetric, readStatistic } from './readMetric';

/** A draft as users write it, without what the schema refuses. */
export interface WrittenDraft {
  budget?: {
    metric?: string;
    statistic?: string;
    operator?: ComparisonOperator;
    unit?: string;
    environment?: string;
  };
  slo?: { name?: string; window?: string };
}

const DEFAULT_WINDOW = '28d';

/**
 * @param questionUnit - What the question's number is in.
 * @returns `undefined` if no definition could be made of it.
 */
export function readReviewDraft(
  written: WrittenDraft,
  questionUnit: string | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewDraft | undefined {
  if (written.budget) {
    return readBudgetDraft(
      written.budget,
      questionUnit,
      [...path, 'budget'],
      reporter,
    );
  }
  return written.slo && readSloDraft(written.slo, [...path, 'slo'], reporter);
}

function readBudgetDraft(
  written: NonNullable<WrittenDraft['budget']>,
  questionUnit: string | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewDraft | undefined {
  const metric =
    written.metric === undefined
      ? undefined
      : readMetric(written.metric, [...path, 'metric'], reporter);
  const statistic =
    written.statistic === undefined
      ? undefined
      : readStatistic(
          written.statistic,
          metric,
          [...path, 'statistic'],
          reporter,
        );
  if (!metric || !statistic) {
    return undefined;
  }
  const unit = written.unit ?? questionUnit;
  const better = metric.direction === 'lower' ? '<=' : '>=';
  const operator = written.operator ?? better;
  if (
    operator[0] !== better[0] &&
    statistic !== 'count' &&
    !isCustomMetric(metric.name)
  ) {
    reporter.error(
      'wrong-direction',
      [...path, 'operator'],
      `\`${operator}\` would demand a bad value: ${metric.direction} is better for ${metric.name}; write \`${better}\`.`,
    );
    return undefined;
  }
  try {
    // What a limit with an answer would be: zero is in every dimension.
    parseLimit(
      `${operator} 0${unit === undefined ? '' : ` ${unit}`}`,
      isCustomMetric(metric.name)
        ? undefined
        : statisticUnit(metric, statistic),
    );
  } catch (error) {
    reporter.error(
      'unit-mismatch',
      written.unit === undefined ? path : [...path, 'unit'],
      `No limit on ${statistic} of ${metric.name} can be made of the answer: ${
        error instanceof InputError ? error.message : String(error)
      }.`,
    );
    return undefined;
  }
  return {
    type: 'budget',
    metric: metric.name,
    statistic,
    operator,
    ...(unit !== undefined && { unit }),
    ...(written.environment !== undefined && {
      environment: written.environment,
    }),
  };
}

function readSloDraft(
  { name, window = DEFAULT_WINDOW }: NonNullable<WrittenDraft['slo']>,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewDraft | undefined {
  if (!parseSloDuration(window)) {
    reporter.error(
      'invalid-duration',
      [...path, 'window'],
      `'${window}' is no length of time from a minute to ten years; write e.g. \`${DEFAULT_WINDOW}\` or \`1M\`.`,
    );
    return undefined;
  }
  return name === undefined ? undefined : { type: 'slo', name, window };
}
