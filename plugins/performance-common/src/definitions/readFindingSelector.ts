import {
  FINDING_CATEGORIES,
  FindingCategory,
  FindingSelector,
  RiskLevel,
} from '../model';
import { didYouMean } from './didYouMean';
import { oneOrMore } from './oneOrMore';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** Which findings are meant, as users write it, without what the schema refuses. */
export interface WrittenFindingSelector {
  atLeast?: RiskLevel;
  category?: string | string[];
}

export function readFindingSelector(
  { atLeast, category }: WrittenFindingSelector,
  path: DocumentPath,
  reporter: ProblemReporter,
): FindingSelector {
  return {
    ...(atLeast !== undefined && { atLeast }),
    ...(category !== undefined && {
      categories: readCategories(category, [...path, 'category'], reporter),
    }),
  };
}

function readCategories(
  written: string | string[],
  path: DocumentPath,
  reporter: ProblemReporter,
): FindingCategory[] {
  return oneOrMore(written).flatMap((text, index) => {
    const category = FINDING_CATEGORIES.find(known => known === text);
    if (!category) {
      reporter.error(
        'unknown-category',
        Array.isArray(written) ? [...path, index] : path,
        `Unknown category '${text}'.${didYouMean(
          text,
          FINDING_CATEGORIES,
        )} Known are ${FINDING_CATEGORIES.join(', ')}.`,
      );
    }
    return category ?? [];
  });
}
