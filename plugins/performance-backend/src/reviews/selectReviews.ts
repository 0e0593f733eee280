import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { Review } from './Review';
import { reviewOfRow, ReviewRowOfEntity } from './reviewRow';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** Reviews with what is shown of their entity. */
export function selectReviews(
  knex: Knex,
): Knex.QueryBuilder<ReviewRowOfEntity, ReviewRowOfEntity[]> {
  return knex('reviews')
    .join('entities', 'entities.id', 'reviews.entity_id')
    .select('reviews.*', {
      entity_ref: 'entities.entity_ref',
      entity_title: 'entities.title',
    });
}

/** In the order of the rows, with their reviewers. */
export async function toReviews(
  knex: Knex,
  rows: ReviewRowOfEntity[],
): Promise<Review[]> {
  const reviewers = new Map<number, string[]>(
    rows.map(({ id }): [number, string[]] => [id, []]),
  );
  for (const ids of chunked([...reviewers.keys()], ROWS_PER_STATEMENT)) {
    const found: { review_id: number; reviewer_ref: string }[] = await knex(
      'review_reviewers',
    )
      .whereIn('review_id', ids)
      .orderBy('reviewer_ref');
    for (const { review_id: id, reviewer_ref: ref } of found) {
      reviewers.get(id)?.push(ref);
    }
  }
  return rows.map(row => reviewOfRow(row, reviewers.get(row.id) ?? []));
}
