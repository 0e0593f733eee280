import {
  questionsOf,
  ReviewSurroundings,
} from '@perf-governance/plugin-performance-common';
import { ReviewQuestionnaire } from './Review';

/** What the answer to a question is given for: only what the question depends on. */
export function surroundingsFor(
  spec: ReviewQuestionnaire,
  question: string,
  present: ReviewSurroundings,
): Partial<ReviewSurroundings> {
  const dependsOn =
    questionsOf(spec).find(({ name }) => name === question)?.dependsOn ?? [];
  return Object.fromEntries(
    dependsOn.map(dependency => [dependency, present[dependency]]),
  );
}
