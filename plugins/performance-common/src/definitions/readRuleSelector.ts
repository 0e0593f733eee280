import { RuleSelector } from '../model';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import {
  readFindingSelector,
  WrittenFindingSelector,
} from './readFindingSelector';
import { readMetricPattern } from './readMetric';

/** What points at rules, as users write it: exactly one field, or the schema has told of it. */
export interface WrittenRuleSelector {
  check?: string;
  budget?: {
    metric?: string;
    statistic?: string;
    environment?: string | string[];
  };
  slo?: string;
  /** `*` for all. */
  finding?: string | WrittenFindingSelector;
  area?: string;
}

/** @returns `undefined` if it is missing or can't be read. */
export function readRuleSelector(
  written: WrittenRuleSelector,
  path: DocumentPath,
  reporter: ProblemReporter,
): RuleSelector | undefined {
  const { check, budget, slo, finding, area } = written;
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
  if (check !== undefined) {
    return { check };
  }
  if (slo !== undefined) {
    return { slo };
  }
  if (finding !== undefined) {
    return {
      finding:
        typeof finding === 'string'
          ? {}
          : readFindingSelector(finding, [...path, 'finding'], reporter),
    };
  }
  return area === undefined ? undefined : { area };
}
