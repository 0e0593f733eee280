import { ReviewAnswer } from '@perf-governance/plugin-performance-common';

/** What an answer says, in an order of its own. */
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

/** Whether two answers to a question say the same. */
export function isSameAnswer(one: ReviewAnswer, other: ReviewAnswer): boolean {
  return contentsOf(one) === contentsOf(other);
}
