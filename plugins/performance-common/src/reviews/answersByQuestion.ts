import { ReviewAnswer } from '../model';

/** Answers by the names of their questions. */
export function answersByQuestion<A extends ReviewAnswer>(
  answers: readonly A[],
): Map<string, A> {
  return new Map(answers.map(answer => [answer.question, answer]));
}
