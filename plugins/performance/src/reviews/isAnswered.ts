import {
  ReviewAnswer,
  ReviewQuestion,
} from '@perf-governance/plugin-performance-common';

/** Whether a question has an answer, or a reason why it doesn't apply. */
export function isAnswered(
  question: Pick<ReviewQuestion, 'type'>,
  answer: ReviewAnswer,
): boolean {
  if (answer.notApplicable !== undefined) {
    return answer.notApplicable.trim() !== '';
  }
  switch (question.type) {
    case 'number':
      return answer.number !== undefined;
    case 'text':
      return (answer.text ?? '').trim() !== '';
    default:
      return (answer.choices ?? []).length > 0;
  }
}
