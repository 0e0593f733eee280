import { ReviewAnswer, ReviewQuestion } from '../model';

/**
 * Whether there is an answer to a question, or a reason why it doesn't apply. Notes and evidence alone are none.
 *
 * @public
 */
export function isQuestionAnswered(
  question: Pick<ReviewQuestion, 'type'>,
  answer: ReviewAnswer | undefined,
): boolean {
  if (!answer) {
    return false;
  }
  return answer.notApplicable === undefined
    ? hasValue(question, answer)
    : answer.notApplicable.trim() !== '';
}

function hasValue(
  { type }: Pick<ReviewQuestion, 'type'>,
  { choices = [], number, text = '' }: ReviewAnswer,
): boolean {
  switch (type) {
    case 'number':
      return number !== undefined;
    case 'text':
      return text.trim() !== '';
    default:
      return choices.length > 0;
  }
}
