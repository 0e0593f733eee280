import { RuleSelector } from '../model';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readMetricPattern } from './readMetric';

/** What points at rules, as users write it: exactly one field, as the schema sees to. */
export interface WrittenRuleSelector {
  check?: string;
  budget?: {
    metric: string;
    statistic?: string;
    environment?: string | string[];
  };
  area?: string;
}

/** @returns `undefined` if it can't be read. */
export function readRuleSelector(
  written: WrittenRuleSelector,
  path: DocumentPath,
  reporter: ProblemReporter,
): RuleSelector | undefined {
  const { check, budget, area } = written;
  if (budget) {
    const pattern = readMetricPattern(budget, [...path, 'budget'], reporter);
    return (
      pattern && {
        budget: {
          ...pattern,
          ...(budget.environment !== undefined && {
            environments: [budget.environment].flat(),
          }),
        },
      }
    );
  }
  return check === undefined ? { area: area ?? '' } : { check };
}
