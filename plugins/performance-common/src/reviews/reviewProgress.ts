import { ReviewAnswer, ReviewTemplateSpec } from '../model';
import { answersByQuestion } from './answersByQuestion';
import { isQuestionAnswered } from './isQuestionAnswered';
import { missingAnswers } from './missingAnswers';
import { questionsOf } from './questionsOf';

/** @public */
export interface ReviewProgress {
  questions: number;
  /** Those that don't apply included. */
  answered: number;
  notApplicable: number;
  required: number;
  /** Required and not answered yet. */
  requiredOpen: number;
}

/**
 * How much of a template is answered. Answers to questions that it doesn't ask aren't counted.
 *
 * @public
 */
export function reviewProgress(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  answers: readonly ReviewAnswer[],
): ReviewProgress {
  const byQuestion = answersByQuestion(answers);
  const questions = questionsOf(template);
  const answered = questions.filter(question =>
    isQuestionAnswered(question, byQuestion.get(question.name)),
  );
  return {
    questions: questions.length,
    answered: answered.length,
    notApplicable: answered.filter(
      ({ name }) => byQuestion.get(name)?.notApplicable !== undefined,
    ).length,
    required: questions.filter(({ required }) => required).length,
    requiredOpen: missingAnswers(template, answers).length,
  };
}
