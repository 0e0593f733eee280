import { StaleAnswer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/**
 * Makes these the stale answers of some reviews; what was stale already stays so since then.
 *
 * @param stale - by the review's number.
 */
export async function saveStaleAnswers(
  stale: ReadonlyMap<number, StaleAnswer[]>,
  now: Date,
  tx: Knex.Transaction,
): Promise<void> {
  for (const reviewIds of chunked([...stale.keys()], ROWS_PER_STATEMENT)) {
    await deleteOthers(reviewIds, stale, tx);
  }
  const rows = [...stale].flatMap(([reviewId, answers]) =>
    answers.map(({ question, changes }) => ({
      review_id: reviewId,
      question,
      changes: JSON.stringify(changes),
      since: now.getTime(),
    })),
  );
  for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
    await tx('review_stale_answers')
      .insert(part)
      .onConflict(['review_id', 'question'])
      .merge(['changes']);
  }
}

/** A statement for each question whose answers aren't stale any more. */
async function deleteOthers(
  reviewIds: number[],
  stale: ReadonlyMap<number, StaleAnswer[]>,
  tx: Knex.Transaction,
): Promise<void> {
  const known: { review_id: number; question: string }[] = await tx(
    'review_stale_answers',
  )
    .whereIn('review_id', reviewIds)
    .select('review_id', 'question');
  const gone = new Map<string, number[]>();
  for (const { review_id: reviewId, question } of known) {
    if (!stale.get(reviewId)?.some(answer => answer.question === question)) {
      gone.set(question, [...(gone.get(question) ?? []), reviewId]);
    }
  }
  for (const [question, ids] of gone) {
    await tx('review_stale_answers')
      .where('question', question)
      .whereIn('review_id', ids)
      .delete();
  }
}
