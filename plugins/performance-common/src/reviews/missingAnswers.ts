import { ReviewAnswer, ReviewTemplateSpec } from '../model';
import { answersByQuestion } from './answersByQuestion';
import { isQuestionAnswered } from './isQuestionAnswered';
import { questionsOf } from './questionsOf';

/** @public */
export interface MissingAnswer {
  /** Name of the question. */
  question: string;
  title: string;
  /** For people. */
  message: string;
}

/**
 * What keeps a review from being published: required questions that are neither answered nor said not to apply.
 *
 * @returns in the order of the template.
 * @public
 */
export function missingAnswers(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  answers: readonly ReviewAnswer[],
): MissingAnswer[] {
  const byQuestion = answersByQuestion(answers);
  return questionsOf(template)
    .filter(
      question =>
        question.required &&
        !isQuestionAnswered(question, byQuestion.get(question.name)),
    )
    .map(({ name, title }) => ({
      question: name,
      title,
      message: `“${title}” is neither answered nor said not to apply.`,
    }));
}
