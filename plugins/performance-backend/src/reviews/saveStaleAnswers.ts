import { StaleAnswer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** Makes these the stale answers of a review; what was stale already stays so since then. */
export async function saveStaleAnswers(
  reviewId: number,
  stale: StaleAnswer[],
  now: Date,
  tx: Knex.Transaction,
): Promise<void> {
  await tx('review_stale_answers')
    .where('review_id', reviewId)
    .whereNotIn(
      'question',
      stale.map(({ question }) => question),
    )
    .delete();
  if (stale.length > 0) {
    await tx('review_stale_answers')
      .insert(
        stale.map(({ question, changes }) => ({
          review_id: reviewId,
          question,
          changes: JSON.stringify(changes),
          since: now.getTime(),
        })),
      )
      .onConflict(['review_id', 'question'])
      .merge(['changes']);
  }
}
