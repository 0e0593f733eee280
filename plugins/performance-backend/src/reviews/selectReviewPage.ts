import { Knex } from 'knex';
import { filterReviews } from './filterReviews';
import { Review } from './Review';
import { ReviewFacets, ReviewQuery, ReviewRestriction } from './ReviewStore';
import { selectReviewFacets } from './selectReviewFacets';
import { selectReviews, toReviews } from './selectReviews';

/** Columns to sort by and the order that is natural for each. */
const SORT: Record<ReviewQuery['sort'], [string, 'asc' | 'desc']> = {
  changedAt: ['reviews.changed_at', 'desc'],
  createdAt: ['reviews.created_at', 'desc'],
  nextReviewAt: ['reviews.next_review_at', 'asc'],
  title: ['reviews.title', 'asc'],
  entity: ['entities.entity_ref', 'asc'],
  status: ['reviews.status', 'asc'],
};

/** A page of the reviews that a query is for and the caller may see, and what else to filter them by. */
export async function selectReviewPage(
  knex: Knex,
  query: ReviewQuery,
  restrict: ReviewRestriction,
  now: Date,
): Promise<{ items: Review[]; totalItems: number; facets: ReviewFacets }> {
  const counting = knex('reviews');
  filterReviews(knex, counting, query, restrict, now);
  const [{ count }] = await counting.count({ count: '*' });

  const page = selectReviews(knex);
  filterReviews(knex, page, query, restrict, now);
  const [column, naturalOrder] = SORT[query.sort];
  const rows = await page
    // What has none comes last, in either order.
    .orderByRaw('?? is null', [column])
    .orderBy([
      { column, order: query.order ?? naturalOrder },
      { column: 'reviews.id', order: 'desc' },
    ])
    .limit(query.limit)
    .offset(query.offset);
  return {
    items: await toReviews(knex, rows),
    totalItems: Number(count),
    facets: await selectReviewFacets(knex, (builder, except) =>
      filterReviews(knex, builder, query, restrict, now, except),
    ),
  };
}
