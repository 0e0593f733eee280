import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { StoredAnswer } from './Review';
import { answerOfRow, ReviewAnswerRow } from './reviewRow';

/** Stores an answer in place of the one before, which with that isn't stale, confirmed or published any more. */
export async function saveReviewAnswer(
  reviewId: number,
  { question, version, ...answer }: ReviewAnswer & { version: number },
  { by, at }: { by: string; at: Date },
  tx: Knex.Transaction,
): Promise<StoredAnswer> {
  const row: ReviewAnswerRow = {
    review_id: reviewId,
    question,
    version,
    answer: JSON.stringify(answer),
    answered_by: by,
    answered_at: at.getTime(),
    confirmed_by: null,
    confirmed_at: null,
    confirmation_note: null,
    surroundings: null,
  };
  await tx('review_answers')
    .insert(row)
    .onConflict(['review_id', 'question'])
    .merge();
  await tx('review_stale_answers')
    .where({ review_id: reviewId, question })
    .delete();
  await tx('reviews')
    .where('id', reviewId)
    .update({ changed_by: by, changed_at: at.getTime() });
  return answerOfRow(row);
}
