import { ReviewAnswer } from '../model';

/**
 * Whether two answers to a question say the same, whoever gave them and when. Choices are a set.
 *
 * @public
 */
export function isSameAnswer(one: ReviewAnswer, other: ReviewAnswer): boolean {
  return contentsOf(one) === contentsOf(other);
}

function contentsOf(answer: ReviewAnswer): string {
  const { choices, number, text, notApplicable, notes, evidence } = answer;
  return JSON.stringify([
    [...(choices ?? [])].sort(),
    number,
    text || undefined,
    notApplicable,
    notes || undefined,
    (evidence ?? []).map(({ type, ref, title, environment, from, to }) => [
      type,
      ref,
      title,
      environment,
      from,
      to,
    ]),
  ]);
}
