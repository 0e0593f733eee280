import {
  components,
  missingAnswers,
  questionsOf,
  RaisedRisk,
  raisedRisks,
  ReviewProgress,
  reviewProgress,
} from '@perf-governance/plugin-performance-common';
import { ReviewContents, RiskDecision } from './Review';

type Schemas = components['schemas'];

/** A risk that the answers raise, with what somebody made of it. */
export interface DecidedRisk extends RaisedRisk {
  decision?: RiskDecision;
}

/** How a review stands, as follows from its template and answers. */
export interface ReviewStanding {
  progress: ReviewProgress;
  risks: DecidedRisk[];
  /** What keeps it from being published. */
  problems: Schemas['ReviewProblem'][];
}

export function reviewStanding({
  template: { spec },
  answers,
  stale,
  decisions,
}: Omit<ReviewContents, 'review'>): ReviewStanding {
  const titles = new Map(
    questionsOf(spec).map(({ name, title }) => [name, title]),
  );
  return {
    progress: reviewProgress(spec, answers),
    risks: raisedRisks(spec, answers).map(risk => ({
      ...risk,
      decision: decisions.find(
        ({ question, index }) =>
          question === risk.question && index === risk.index,
      ),
    })),
    problems: [
      ...missingAnswers(spec, answers).map(({ question, message }) => ({
        question,
        problem: 'unanswered' as const,
        message,
      })),
      ...stale.map(({ question }) => ({
        question,
        problem: 'stale' as const,
        message: `“${
          titles.get(question) ?? question
        }” has a stale answer: confirm it, or answer again.`,
      })),
    ],
  };
}
