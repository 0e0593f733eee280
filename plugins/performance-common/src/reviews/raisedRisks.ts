import {
  RaisedRisk,
  ReviewAnswer,
  ReviewQuestion,
  ReviewRisk,
  ReviewTemplateSpec,
} from '../model';
import { answersByQuestion } from './answersByQuestion';
import { isQuestionAnswered } from './isQuestionAnswered';
import { questionsOf } from './questionsOf';

/**
 * The risks that answers raise, in the order of the template. A question that isn't answered, or doesn't apply,
 * raises none.
 *
 * @public
 */
export function raisedRisks(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  answers: readonly ReviewAnswer[],
): RaisedRisk[] {
  const byQuestion = answersByQuestion(answers);
  return questionsOf(template).flatMap(question =>
    risksOf(question, byQuestion.get(question.name)),
  );
}

function risksOf(
  question: ReviewQuestion,
  answer: ReviewAnswer | undefined,
): RaisedRisk[] {
  if (
    !answer ||
    answer.notApplicable !== undefined ||
    !isQuestionAnswered(question, answer)
  ) {
    return [];
  }
  return question.risks.flatMap((risk, index) =>
    isRaised(risk, question, answer)
      ? { ...risk, question: question.name, index }
      : [],
  );
}

function isRaised(
  { when }: ReviewRisk,
  { type }: ReviewQuestion,
  { choices = [], number }: ReviewAnswer,
): boolean {
  if (type === 'number') {
    return (
      when.number !== undefined &&
      number !== undefined &&
      holds(number, when.number)
    );
  }
  const { any, none } = when;
  return (
    (any !== undefined || none !== undefined) &&
    (!any || any.some(name => choices.includes(name))) &&
    !none?.some(name => choices.includes(name))
  );
}

function holds(
  number: number,
  { operator, value }: NonNullable<ReviewRisk['when']['number']>,
): boolean {
  switch (operator) {
    case '<=':
      return number <= value;
    case '<':
      return number < value;
    case '>=':
      return number >= value;
    default:
      return number > value;
  }
}
